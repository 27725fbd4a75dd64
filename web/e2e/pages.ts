import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

/** Goes to a page by the navigation, as an officer does. */
export async function goTo(page: Page, group: string, name: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await navigation.getByRole('button', { name: group }).click()
  await navigation.getByRole('link', { name, exact: true }).click()
}

/** Chooses the network of the demo case, on a page that asks of which network. */
export async function chooseHeron(page: Page): Promise<void> {
  await page
    .getByRole('combobox', { name: 'Network', exact: true })
    .selectOption({ label: 'Operation Heron' })
}

/** Opens the page of disruption plans, of the demo case's network. */
export async function openPlan(page: Page): Promise<void> {
  await goTo(page, 'Questions', 'Disruption plan')
  await chooseHeron(page)
}

/** Adds the first record that a search by words finds to a list of records. */
export async function choose(page: Page, list: string, words: string): Promise<void> {
  const group = page.getByRole('group', { name: list })
  const chosen = group.getByRole('button', { name: /^Take out/ })
  const before = await chosen.count()
  await group.getByRole('searchbox').fill(words)
  await group.getByRole('button', { name: 'Search' }).click()
  // Until the answer is there the former one stands, and its first may be chosen already.
  await expect(async () => {
    await group.locator('ul li button').first().click()
    await expect.poll(() => chosen.count(), { timeout: 2_000 }).toBeGreaterThan(before)
  }).toPass()
}

const looks = [
  ['light', 'en'],
  ['dark', 'en'],
  ['dark', 'ro'],
  ['light', 'ro'],
] as const

/**
 * What breaks an accessibility rule on the page, light and dark, in English and Romanian; afterwards it looks as
 * before. A page that stands beside a picture's name is drawn light in English and dark in Romanian.
 */
export async function violations(page: Page, picture?: string): Promise<string[]> {
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  const language = await page.locator('html').getAttribute('lang')
  const found = new Map<string, string[]>()
  for (const [theme, spoken] of looks) {
    await page.emulateMedia({ colorScheme: theme })
    const there = await speak(page, spoken)
    for (const rule of there ? await broken(page) : [])
      found.set(rule, [...(found.get(rule) ?? []), `${theme} ${spoken}`])
    if (picture && spoken === (theme === 'light' ? 'en' : 'ro'))
      await page.screenshot({ path: `${picture}-${theme}.png` })
  }
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
  await speak(page, language ?? 'en')
  return [...found].map(([rule, where]) => `${rule} (${where.join(', ')})`)
}

/** Chooses a language where one can be chosen, behind a dialog too; whether the page speaks it now. */
export async function speak(page: Page, language: string): Promise<boolean> {
  const chosen = await page.evaluate((code) => {
    const select = document.querySelector(`option[value=${code}]`)?.closest('select')
    if (!select) return false
    select.value = code
    return select.dispatchEvent(new Event('change', { bubbles: true }))
  }, language)
  if (!chosen) return (await page.locator('html').getAttribute('lang')) === language
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await expect(page.getByRole('status').filter({ hasText: /^(Loading|Se încarcă)/ })).toHaveCount(0)
  return true
}

/** The rules that the page breaks as it stands. In the page itself: by way of a second one it takes ten times as long. */
async function broken(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const rules = { 'target-size': { enabled: true } }
    const { violations } = await axe.run({ resultTypes: ['violations'], rules })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    )
  })
}

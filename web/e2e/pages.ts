import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

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

/** What breaks an accessibility rule on the page. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary}`),
  )
}

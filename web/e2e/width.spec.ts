import { expect, type Locator, type Page } from '@playwright/test'
import { openGraph, systemAdministrator, ukSupervisor } from './login'
import { test } from './session'

const sizes = [
  { name: '200 % zoom', width: 720, height: 450 },
  { name: 'a tablet', width: 820, height: 1180 },
] as const

/** The first address on the page that begins so. */
async function firstAddress(page: Page, begins: string): Promise<string> {
  const link = page.locator(`main a[href^="${begins}"]`).first()
  await expect(link).toBeVisible()
  return (await link.getAttribute('href')) ?? ''
}

/** The addresses of every page that a supervisor may open. */
async function everyPage(page: Page): Promise<string[]> {
  await page.goto('/teams')
  const team = await firstAddress(page, '/teams/')
  await page.goto('/operations')
  const operation = await firstAddress(page, '/operations/')
  await page.goto(operation)
  const record = await firstAddress(page, '/records/')
  await page.goto(record)
  const amend = await firstAddress(page, '/records/')
  const link = await firstAddress(page, '/links/')
  const id = record.replace('/records/', '')
  const navigation = page.getByRole('navigation', { name: 'Main' })
  const places = await navigation
    .locator('a')
    .evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''))
  const below = [
    `/enter/link?from=${id}`,
    `/releases/ask/${id}`,
    `/enter/role?person=${id}`,
    '/explore',
    '/sessions',
  ]
  return [...new Set([...places, team, operation, record, amend, link, ...below])]
}

/** Waits until nothing is loading any more. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('main').locator('> *').first()).toBeVisible()
  await expect(page.getByText('Loading…')).toHaveCount(0)
}

/** How far the page can be scrolled to the side, and what reaches out farthest. */
async function sideways(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return ''
    const out = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1,
    )
    return `${scrollWidth - clientWidth}px: ${out
      .map((one) => `${one.tagName} ${one.className}`)
      .slice(0, 6)
      .join(', ')}`
  })
}

for (const { name, width, height } of sizes) {
  test(`no page scrolls to the side at ${name}`, async ({ page, enter }) => {
    await page.goto('/')
    await enter(page, ukSupervisor)
    const addresses = await everyPage(page)
    expect(addresses.length).toBeGreaterThan(25)
    await page.setViewportSize({ width, height })
    for (const address of addresses) {
      await page.goto(address)
      await settled(page)
      await page.screenshot({ path: `test-results/widths/${address.replace(/\W+/g, '-')}-${width}.png` })
      expect.soft(await sideways(page), address).toBe('')
    }
    await page.goto('/search')
    await page.getByRole('searchbox').fill('a')
    await page.getByRole('searchbox').press('Enter')
    await expect(page.locator('mark').first()).toBeVisible()
    expect.soft(await sideways(page), 'what was found').toBe('')
    await openGraph(page)
    await page.screenshot({ path: `test-results/widths/graph-${width}.png` })
    expect(await sideways(page), 'the canvas with a graph').toBe('')
  })

  test(`the identity providers do not scroll to the side at ${name}`, async ({ page, enter }) => {
    await enter(page, systemAdministrator)
    await page.setViewportSize({ width, height })
    await page.goto('/issuers')
    await settled(page)
    await page
      .getByRole('button', { name: /^Propose a change/ })
      .first()
      .click()
    await expect(page.getByRole('textbox', { name: /^Entry/ })).toBeFocused()
    await page.screenshot({ path: `test-results/widths/issuers-${width}.png`, fullPage: true })
    expect(await sideways(page)).toBe('')
  })
}

test('the header is one row at 1440 pixels', async ({ page, enter }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await enter(page, ukSupervisor)
  const header = page.getByRole('banner')
  const height = async (part: Locator) => (await part.boundingBox())?.height ?? 0
  const row = await height(header.getByRole('link', { name: 'Search' }))
  expect(row).toBeGreaterThan(0)
  expect(await height(header.getByRole('navigation'))).toBeLessThan(1.5 * row)
  expect(await height(header.getByRole('region', { name: 'Your account' }))).toBeLessThan(1.5 * row)
})

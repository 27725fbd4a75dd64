import { expect, type Locator, type Page } from '@playwright/test'
import { openGraph, systemAdministrator, ukAnalyst, ukSupervisor } from './login'
import { speak, violations } from './pages'
import { test } from './session'

/** 200 % zoom of 1440 pixels, a tablet, and 400 % zoom of 1280 (WCAG 1.4.10). */
const sizes = [
  { width: 720, height: 450 },
  { width: 820, height: 1180 },
  { width: 320, height: 256 },
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
      (one) => one.getBoundingClientRect().right > clientWidth + 0.1 && !one.closest('[class*=scroll]'),
    )
    return `${scrollWidth - clientWidth}px: ${out
      .map((one) => `${one.tagName} ${one.className}`)
      .slice(0, 6)
      .join(', ')}`
  })
}

/** Whatever of the page reaches out to the side, at each size and in each language. */
async function reachesOut(page: Page, what: string): Promise<string[]> {
  const found: string[] = []
  for (const { width, height } of sizes) {
    await page.setViewportSize({ width, height })
    for (const language of ['ro', 'en']) {
      await speak(page, language)
      const out = await sideways(page)
      if (out !== '') found.push(`${what}, ${width}, ${language}: ${out}`)
    }
  }
  return found
}

test('no page scrolls to the side at 200 % zoom, on a tablet or at 320 pixels', async ({ page, enter }) => {
  await enter(page, ukSupervisor)
  const addresses = await everyPage(page)
  expect(addresses.length).toBeGreaterThan(25)
  for (const address of addresses) {
    await page.goto(address)
    await settled(page)
    expect.soft(await reachesOut(page, address)).toEqual([])
  }
  await page.goto('/search')
  await page.getByRole('searchbox').fill('a')
  await page.getByRole('searchbox').press('Enter')
  await expect(page.locator('mark').first()).toBeVisible()
  expect.soft(await reachesOut(page, 'what was found')).toEqual([])
  await openGraph(page)
  expect(await reachesOut(page, 'the canvas with a graph')).toEqual([])
})

test('the identity providers do not scroll to the side', async ({ page, enter }) => {
  await enter(page, systemAdministrator)
  await page.goto('/issuers')
  await settled(page)
  await page
    .getByRole('button', { name: /^Propose a change/ })
    .first()
    .click()
  await expect(page.getByRole('textbox', { name: /^Entry/ })).toBeFocused()
  expect(await reachesOut(page, 'the identity providers')).toEqual([])
})

test('the canvas has one row of tools and one of tabs, and the rest of the tools in a list', async ({
  page,
  enter,
}) => {
  await enter(page, ukAnalyst)
  await openGraph(page)
  const rowsOf = (part: Locator) =>
    part.evaluateAll(
      (all) =>
        new Set(
          all
            .filter((one) => getComputedStyle(one).visibility === 'visible')
            .map((one) => Math.round(one.getBoundingClientRect().top)),
        ).size,
    )
  const bar = page.locator('[role=toolbar]').first()
  for (const [width, rows] of [
    [1440, 1],
    [1024, 1],
    [768, 1],
    [720, 1],
    [390, 2],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    for (const language of ['ro', 'en']) {
      await speak(page, language)
      await page.screenshot({ path: `test-results/widths/canvas-${language}-${width}.png` })
      const height = (await bar.boundingBox())?.height ?? 0
      expect.soft(height, `tools, ${width}, ${language}`).toBeLessThan(rows * 44)
      expect.soft(await rowsOf(page.getByRole('tab')), `tabs, ${width}, ${language}`).toBe(1)
      const tabs = page.getByRole('tablist')
      expect
        .soft(
          await tabs.evaluate((list) => list.scrollWidth - list.clientWidth),
          `tabs, ${width}, ${language}`,
        )
        .toBe(0)
    }
  }

  // What has no room is in the list, by the keyboard alone, and does the same.
  const more = bar.getByRole('button', { name: 'More' })
  await more.focus()
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('button', { name: 'Clear' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: 'test-results/widths/canvas-more-390.png' })
  await bar.getByRole('button', { name: 'Clear' }).focus()
  await page.keyboard.press('Enter')
  await expect(more).toHaveAttribute('aria-expanded', 'false')
  await expect(more).toBeFocused()
  await expect(page.getByText('Nothing on the canvas yet')).toBeVisible()
  await more.press('Enter')
  await expect(bar.getByRole('button', { name: 'Clear' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(more).toBeFocused()
  await bar.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Nothing on the canvas yet')).toBeHidden()
})

test('on a narrow page the tour stays in sight, whole or as one line', async ({ page, enter }) => {
  await enter(page, ukAnalyst)
  await openGraph(page)
  const tour = page.getByRole('region', { name: 'Guided tour' })
  await page.getByRole('button', { name: 'Tour', exact: true }).click()
  for (const [width, height] of [
    [820, 1180],
    [390, 844],
    [720, 450],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await expect(tour).toBeInViewport({ ratio: 0.99 })
    await page.screenshot({ path: `test-results/widths/tour-${width}.png` })
    await tour.getByRole('button', { name: 'Fold away' }).click()
    expect((await tour.boundingBox())?.height).toBeLessThan(52)
    await expect(tour.getByText('Step 1 of 11')).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.screenshot({ path: `test-results/widths/tour-folded-${width}.png` })
    await tour.getByRole('button', { name: 'How' }).click()
    await expect(tour.getByRole('link', { name: 'Go there' })).toBeInViewport()
  }
})

test('the header is one row at 1440 pixels, and three at most at 390', async ({ page, enter }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await enter(page, ukSupervisor)
  const header = page.getByRole('banner')
  const height = async (part: Locator) => (await part.boundingBox())?.height ?? 0
  const row = await height(header.getByRole('link', { name: 'Search' }))
  expect(row).toBeGreaterThan(0)
  expect(await height(header.getByRole('navigation'))).toBeLessThan(1.5 * row)
  expect(await height(header.getByRole('region', { name: 'Your account' }))).toBeLessThan(1.5 * row)
  await page.setViewportSize({ width: 390, height: 844 })
  for (const language of ['en', 'ro']) {
    await speak(page, language)
    await page.screenshot({ path: `test-results/widths/header-${language}-390.png` })
    const boxes = await Promise.all(
      (await header.locator('nav a, button').filter({ visible: true }).all()).map((one) => one.boundingBox()),
    )
    const [top, bottom] = [
      Math.min(...boxes.map((box) => box?.y ?? 0)),
      Math.max(...boxes.map((box) => (box?.y ?? 0) + (box?.height ?? 0))),
    ]
    expect(bottom - top, language).toBeLessThan(3.5 * (await height(header.locator('nav a').first())))
  }
})

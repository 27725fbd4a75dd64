import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { openGraph, pictures, ukAnalyst } from './login'
import { violations } from './pages'
import { test } from './session'

/** The image that is saved now, as SVG. */
async function savedSvg(page: Page): Promise<string> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save SVG' }).click(),
  ])
  return readFile(await saved.path(), 'utf8')
}

/** The discs of the drawing in an image, without those of its legend and of signs. */
function discsOf(svg: string): { x: number; y: number; r: number }[] {
  const drawing = svg.split('\n').find((line) => line.startsWith('<svg y=')) ?? ''
  return [...drawing.matchAll(/<circle cx="([^"]+)" cy="([^"]+)" r="([^"]+)" fill="#/g)].map(
    ([, x, y, r]) => ({ x: Number(x), y: Number(y), r: Number(r) }),
  )
}

test('hide, group, mark, gather, undo, save an image, and find it all again', async ({ page, enter }) => {
  await enter(page, ukAnalyst)
  await openGraph(page)
  const status = page.getByRole('toolbar', { name: 'Canvas tools' }).getByRole('status')
  const whole = await status.innerText()
  await page.getByRole('tab', { name: 'View' }).click()

  await page.getByLabel('Show: Person').uncheck()
  await expect(status).not.toHaveText(whole)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(status).toHaveText(whole)

  await page.getByLabel('Into one by').selectOption('OWNER')
  await expect(status).not.toHaveText(whole)
  // Each organisation's group stands clear of the others.
  await expect(async () => {
    const groups = discsOf(await savedSvg(page)).filter(({ r }) => r > 20)
    expect(groups.length).toBeGreaterThan(2)
    for (const [i, a] of groups.entries())
      for (const b of groups.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.r + b.r)
  }).toPass({ timeout: 30_000 })
  await page
    .getByRole('grid')
    .getByText(/ \(\d+\)$/)
    .first()
    .click()
  await page.getByRole('tab', { name: 'Selection' }).click()
  await page.getByRole('button', { name: /^Show all \d+ one by one$/ }).click()
  await page.getByRole('tab', { name: 'View' }).click()
  await page.getByLabel('Into one by').selectOption('ATTRIBUTE')
  await page.getByLabel('What is the same in').selectOption({ label: 'Network (Phone)' })
  await expect(status).not.toHaveText(whole)
  await page.getByLabel('Into one by').selectOption('')
  await expect(status).toHaveText(whole)

  await page.getByRole('button', { name: 'Compare dates' }).click()
  await page.getByLabel('First date').fill('2008-10-01')
  await page.getByLabel('Second date').fill('2009-06-01')
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(page.getByText(/\d ties? new, .*\d ties? gone/)).toBeVisible()
  await page.getByText(/^New \(/).click()
  await page.screenshot({ path: `${pictures}/canvas-dates.png` })
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'End the comparison' }).click()

  await page.getByRole('button', { name: 'Mark all: Person' }).click()
  await page.getByRole('button', { name: 'Gather' }).click()
  await page.getByRole('button', { name: 'Unmark' }).click()
  await page.getByLabel('Find on the canvas').fill('a')
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: `${pictures}/canvas-view.png` })

  const svg = await savedSvg(page)
  // Printed at top and bottom as on the page.
  const marking = await page.getByRole('contentinfo').innerText()
  expect(svg.split(`>${marking}<`)).toHaveLength(3)
  expect(svg).toContain('<circle')

  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save PDF' }).click()
  const pdf = await readFile(await (await saved).path())
  expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7')
  expect(pdf.length).toBeGreaterThan(20_000)

  // What is printed is the image and nothing else.
  await page.evaluate(() => {
    window.print = () => {
      const shown = [...document.querySelectorAll<HTMLElement>('body > *')].map((one) => one.tagName)
      document.title = `printed ${shown.at(-1)}`
    }
  })
  await page.getByRole('button', { name: 'Print', exact: true }).click()
  await expect(page).toHaveTitle('printed IMG')
  await expect(page.locator('body > img')).toHaveCount(0)

  await page.getByLabel('Show: Person').uncheck()
  const without = await status.innerText()
  await page.waitForTimeout(2000)
  await page.goto('/canvas')
  await page.getByRole('link', { name: 'Go on where you left off' }).click()
  await expect(status).toHaveText(without)
})

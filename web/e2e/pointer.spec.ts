import { expect, type Page } from '@playwright/test'
import { ukAnalyst } from './login'
import { test } from './session'

interface At {
  x: number
  y: number
}

/** Draws a square round a point of the page with the lasso. */
async function lassoRound(page: Page, { x, y }: At): Promise<void> {
  await lasso(page, [
    [x - 45, y - 45],
    [x + 45, y - 45],
    [x + 45, y + 45],
    [x - 45, y + 45],
  ])
}

/** Draws a line round these corners with the lasso. */
async function lasso(page: Page, corners: readonly (readonly [number, number])[]): Promise<void> {
  const [[right, down] = [0, 0]] = corners
  await page.getByRole('button', { name: 'Lasso' }).click()
  await expect(page.getByRole('img', { name: /^Draw a line round things/ })).toBeVisible()
  await page.mouse.move(right, down)
  await page.mouse.down()
  for (const [x, y] of corners) await page.mouse.move(x, y)
  await page.mouse.up()
  await expect(page.getByRole('button', { name: 'Lasso' })).toHaveAttribute('aria-pressed', 'false')
}

test('a thing is dragged, the lasso finds it where it was put, and undo takes it back', async ({
  page,
  enter,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await enter(page, ukAnalyst)
  await page.getByRole('link', { name: 'Search' }).click()
  await page.getByRole('searchbox').fill('a')
  await page.getByRole('button', { name: 'Search' }).click()
  await page
    .getByRole('link', { name: /^Put .* on canvas$/ })
    .first()
    .click()
  await expect(page.getByRole('grid').locator('tbody tr')).toHaveCount(1)
  const box = await page.getByRole('application').boundingBox()
  if (!box) throw new Error('no canvas on the page')
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const away = { x: middle.x + 160, y: middle.y + 120 }
  const marked = page.getByText('1 marked')

  await lassoRound(page, middle)
  await expect(marked).toBeVisible()
  await page.getByRole('button', { name: 'Unmark' }).click()
  await expect(marked).toBeHidden()

  await page.mouse.move(middle.x, middle.y)
  await page.mouse.down()
  await page.mouse.move(middle.x + 80, middle.y + 60, { steps: 4 })
  await page.mouse.move(away.x, away.y, { steps: 4 })
  await page.mouse.up()
  await lassoRound(page, middle)
  await expect(marked).toBeHidden()
  await lassoRound(page, away)
  await expect(marked).toBeVisible()
  await page.getByRole('button', { name: 'Unmark' }).click()

  await page.getByRole('button', { name: 'Undo' }).click()
  await lassoRound(page, middle)
  await expect(marked).toBeVisible()
  await page.getByRole('button', { name: 'Unmark' }).click()

  // What is brought in lies in the picture, whatever was in it before.
  await page.getByRole('grid').locator('tbody tr').first().click()
  await page.getByRole('button', { name: /Bring in up to/ }).click()
  const things = page.getByRole('grid').locator('tbody tr')
  await expect.poll(() => things.count()).toBeGreaterThan(1)
  await expect(async () => {
    await lasso(page, [
      [box.x + 2, box.y + 2],
      [box.x + box.width - 2, box.y + 2],
      [box.x + box.width - 2, box.y + box.height - 2],
      [box.x + 2, box.y + box.height - 2],
    ])
    await expect(page.getByText(`${await things.count()} marked`)).toBeVisible({ timeout: 2_000 })
  }).toPass()
})

import { expect, type Page } from '@playwright/test'
import { openGraph, pictures, romanianOfficer, ukAnalyst } from './login'
import { violations } from './pages'
import { test } from './session'

const status = (page: Page) => page.getByRole('toolbar', { name: 'Canvas tools' }).getByRole('status')
const things = async (page: Page) =>
  Number(/\d+/.exec((await status(page).innerText()).replace(/\D/g, ''))?.[0])

/** Keeps what lies on the canvas under a name, for the first of the officer's teams. */
async function keep(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: 'Saved' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Seen by').selectOption('JOINT_TEAMS')
  await page.getByRole('group', { name: 'Operations' }).getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Keep as new' }).click()
  await expect(page.getByRole('heading', { name, level: 3 })).toBeVisible()
}

test('a view is kept, shared, opened by a partner with what the partner sees, duplicated and removed', async ({
  sessionOf,
}) => {
  const [uk, ro] = [await sessionOf(ukAnalyst), await sessionOf(romanianOfficer)]
  await ro.getByRole('link', { name: 'My day' }).click()
  await expect(ro.getByRole('heading', { name: 'What has happened' })).toBeVisible()
  await openGraph(uk)
  await keep(uk, 'Invented chart')
  expect(await violations(uk)).toEqual([])
  await uk.screenshot({ path: `${pictures}/canvas-saved.png` })
  const own = await status(uk).innerText()
  await uk.getByRole('button', { name: 'Open: Invented chart' }).click()
  await expect(status(uk)).toHaveText(own)

  const told = ro.getByRole('row').filter({ hasText: 'A view of the canvas was shared with you' })
  await expect(told.getByText('new')).toBeVisible()
  expect(await violations(ro)).toEqual([])
  await told.getByRole('link', { name: 'Invented chart' }).click()
  await expect(ro.getByRole('grid').locator('tbody tr').first()).toBeVisible()
  await ro.getByRole('tab', { name: 'Saved' }).click()
  await ro.getByRole('button', { name: 'Open: Invented chart' }).click()
  await expect(ro.getByRole('grid').locator('tbody tr').first()).toBeVisible()
  await expect.poll(() => things(ro)).toBeGreaterThan(0)
  await expect(ro.getByRole('button', { name: 'Remove: Invented chart' })).toHaveCount(0)
  await ro.getByRole('button', { name: 'Duplicate: Invented chart' }).click()
  await expect(ro.getByRole('heading', { name: 'Invented chart (copy)' })).toBeVisible()
  await ro.getByRole('button', { name: 'Remove: Invented chart (copy)' }).click()
  await expect(ro.getByRole('heading', { name: 'Invented chart (copy)' })).toHaveCount(0)

  await uk.getByRole('button', { name: 'Remove: Invented chart' }).click()
  await expect(uk.getByRole('heading', { name: 'Invented chart' })).toHaveCount(0)
  await ro.getByRole('link', { name: 'My day' }).click()
  await expect(told.getByText('No longer open to you')).toBeVisible()
  await expect(ro.getByRole('link', { name: 'Invented chart' })).toHaveCount(0)
})

test('a kept view takes things together by what records say, as each reader sees them say it', async ({
  sessionOf,
}) => {
  const [uk, ro] = [await sessionOf(ukAnalyst), await sessionOf(romanianOfficer)]
  const by = 'What is the same in'
  await openGraph(uk)
  await uk.getByRole('tab', { name: 'View' }).click()
  await uk.getByLabel('Into one by').selectOption('ATTRIBUTE')
  await uk.getByLabel(by).selectOption({ label: 'Network (Phone)' })
  const own = await status(uk).innerText()
  await keep(uk, 'Invented networks')
  await uk.getByRole('tab', { name: 'View' }).click()
  await uk.getByLabel('Into one by').selectOption('')
  await expect(status(uk)).not.toHaveText(own)
  await uk.getByRole('tab', { name: 'Saved' }).click()
  await uk.getByRole('button', { name: 'Open: Invented networks' }).click()
  await expect(status(uk)).toHaveText(own)
  await uk.getByRole('tab', { name: 'View' }).click()
  await expect(uk.getByLabel(by)).toHaveValue('network')

  // A copy keeps it, whoever makes it, and the same officer finds it again in this browser.
  await ro.goto('/day')
  await ro.getByRole('link', { name: 'Invented networks' }).first().click()
  await ro.getByRole('tab', { name: 'View' }).click()
  await expect(ro.getByLabel(by)).toHaveValue('network')
  await ro.getByRole('tab', { name: 'Saved' }).click()
  await ro.getByRole('button', { name: 'Duplicate: Invented networks' }).click()
  await ro.getByRole('button', { name: 'Open: Invented networks (copy)' }).click()
  await ro.getByRole('tab', { name: 'View' }).click()
  await expect(ro.getByLabel(by)).toHaveValue('network')
  await ro.getByRole('tab', { name: 'Saved' }).click()
  await ro.getByRole('button', { name: 'Remove: Invented networks (copy)' }).click()
  await expect(ro.getByRole('heading', { name: 'Invented networks (copy)' })).toHaveCount(0)
  await uk.getByRole('tab', { name: 'Saved' }).click()
  await uk.getByRole('button', { name: 'Remove: Invented networks' }).click()
  await expect(uk.getByRole('heading', { name: 'Invented networks' })).toHaveCount(0)
  await uk.waitForTimeout(2000)
  await uk.goto('/canvas')
  await uk.getByRole('link', { name: 'Go on where you left off' }).click()
  await expect(status(uk)).toHaveText(own)
})

test('a comment is read by the team, and withdrawn by who made it', async ({ page, enter }) => {
  await enter(page, ukAnalyst)
  await openGraph(page)
  await page.getByRole('grid').locator('tbody tr').nth(5).click()
  const comments = page.getByRole('group', { name: 'Comments' }).first()
  await comments.getByRole('textbox', { name: 'Comment' }).fill('An invented remark')
  await comments.getByRole('button', { name: 'Comment' }).click()
  await expect(comments.getByText('An invented remark')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await comments.getByRole('button', { name: 'Withdraw' }).first().click()
  await expect(comments.getByText('An invented remark')).toHaveCount(0)
})

test('names become codes for a screenshot, and names again', async ({ page, enter }) => {
  await enter(page, ukAnalyst)
  await openGraph(page)
  const first = page.getByRole('grid').locator('tbody tr').nth(3)
  const name = await first.innerText()
  const whole = await status(page).innerText()
  await page.keyboard.press('Alt+P')
  await expect(status(page)).toHaveText(whole)
  await expect(
    page
      .getByRole('grid')
      .getByText(/^[A-Z]+-[0-9A-Z]{4}$/)
      .first(),
  ).toBeVisible()
  await expect(page.getByRole('grid')).not.toContainText(name.split('\n')[0] ?? '')
  await first.click()
  await expect(page.getByRole('heading', { level: 2, name: /^[A-Z]+-[0-9A-Z]{4}$/ })).toBeVisible()
  await page.screenshot({ path: `${pictures}/canvas-privacy.png` })
  await page.goto('/operations')
  await page.getByRole('main').getByRole('table').getByRole('link').first().click()
  await expect(page.locator('a[href^="/records/"]').first()).toHaveText(/^[A-Z]+-[0-9A-Z]{4}$/)
  await page.getByRole('button', { name: /^Turn names into codes/ }).click()
  await expect(page.locator('a[href^="/records/"]').first()).not.toHaveText(/^[A-Z]+-[0-9A-Z]{4}$/)
})

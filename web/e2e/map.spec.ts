import { expect } from '@playwright/test'
import { drawn, openGraph, pictures, ukAnalyst, watchOutside } from './login'
import { violations } from './pages'
import { test } from './session'

test('map, timeline, list and canvas choose together, and a route is shown leg by leg', async ({
  page,
  baseURL,
  enter,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await enter(page, ukAnalyst)
  await openGraph(page)
  const outside = watchOutside(page, new URL(baseURL ?? '').origin)
  await page.getByRole('button', { name: 'Map and time' }).click()
  const panel = page.getByRole('region', { name: 'Map and time' })
  const status = panel.getByRole('status')
  await expect(status).toContainText(/^\d+ journeys · [\d,]+ dated things/)
  await expect(status).not.toContainText('still asked for')
  const whole = await status.innerText()
  // The drawing gives way to the map and does not lie over it.
  const top = (await panel.boundingBox())?.y ?? 0
  await expect
    .poll(async () => {
      const drawing = await page.getByRole('application').locator('canvas').first().boundingBox()
      return (drawing?.y ?? 0) + (drawing?.height ?? 0)
    })
    .toBeLessThanOrEqual(top + 1)

  const leg = panel.getByRole('button', { name: /^ROTSR to GBDVR: \d+ journeys/ })
  const travelled = /: (\d+) journeys/.exec((await leg.getAttribute('aria-label')) ?? '')?.[1]
  await leg.focus()
  await page.keyboard.press('Enter')
  await expect(leg).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText(`${travelled} marked`)).toBeVisible()
  const town = panel.getByRole('button', { name: /^\d+ places: .*Mark them/ }).first()
  await town.focus()
  await page.keyboard.press('Enter')
  await expect(town).toHaveAttribute('aria-pressed', 'true')
  await drawn(page)
  await page.screenshot({ path: `${pictures}/canvas-map.png` })

  // Moved by keys, by buttons and by drawing it along, which chooses nothing.
  const map = panel.getByRole('group', { name: /^Map of the journeys/ })
  const seen = () => map.getAttribute('viewBox')
  const before = await seen()
  await map.focus()
  await page.keyboard.press('ArrowRight')
  const east = await seen()
  expect(east).not.toBe(before)
  await panel.getByRole('button', { name: 'To the west' }).click()
  expect(await seen()).toBe(before)
  const ground = await town.boundingBox()
  if (!ground) throw new Error('the town is not drawn')
  await page.mouse.move(ground.x + ground.width / 2, ground.y + ground.height / 2)
  await page.mouse.down()
  await page.mouse.move(ground.x + 60, ground.y + 40, { steps: 4 })
  await page.mouse.up()
  expect(await seen()).not.toBe(before)
  await expect(town).toHaveAttribute('aria-pressed', 'true')
  await panel.getByRole('button', { name: 'All of it' }).click()
  expect(await seen()).toBe('0 0 960 520')

  await panel.getByRole('button', { name: 'Map', exact: true }).click()
  const trip = panel.getByRole('table').getByRole('button').first()
  const label = await trip.innerText()
  await trip.click()
  await expect(page.getByRole('heading', { name: label, level: 2 })).toBeVisible()
  await expect(panel.getByText(`Route of ${label}`)).toBeVisible()
  await panel.getByRole('button', { name: 'Next step' }).click()
  await expect(page.getByTestId('announcer')).toContainText(/^1 of 1: /)

  const when = panel.getByLabel('From', { exact: true })
  await when.fill('2099-01-01')
  await expect(status).toContainText('0 journeys')
  await when.fill('')
  await expect(status).toHaveText(whole)
  expect(await violations(page)).toEqual([])
  expect(outside).toEqual([])
})

test('the timeline has a lane for all that is dated, and marks on the canvas what a time holds', async ({
  page,
  enter,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await enter(page, ukAnalyst)
  await openGraph(page)
  await page.getByRole('button', { name: 'Map and time' }).click()
  const panel = page.getByRole('region', { name: 'Map and time' })
  const status = panel.getByRole('status')
  const said = page.getByTestId('announcer')
  await panel.getByRole('button', { name: 'Timeline', exact: true }).click()
  await expect(status).toContainText('dated things')
  await expect(status).not.toContainText('still asked for')
  const laneOf = (name: string) => panel.getByRole('button', { name: new RegExp(`^${name}: `) })
  for (const name of ['Journeys', 'Payments', 'Calls', 'Exploitation reported', 'Harbouring', 'Stays'])
    await expect(laneOf(name)).toBeVisible()
  const held = async (name: string) =>
    Number(/: ([\d,]+) in/.exec((await laneOf(name).getAttribute('aria-label')) ?? '')?.[1]?.replace(',', ''))
  const calls = await held('Calls')
  expect(calls).toBeGreaterThan(500)

  // By keyboard: a period, and all that is in it.
  await panel.getByLabel('From', { exact: true }).fill('2009-05-04')
  await panel.getByLabel('To', { exact: true }).fill('2009-05-05')
  await expect.poll(() => held('Calls')).toBeLessThan(calls / 20)
  await panel.getByRole('button', { name: 'Mark these' }).click()
  await expect(said).toContainText(/dated things in the period, \d+ things marked/)
  await expect(page.getByText(/^\d+ marked$/)).toBeVisible()
  await expect(panel.getByRole('table').locator('tbody tr').first()).toContainText(/2009/)
  await panel.getByRole('button', { name: 'Zoom to it' }).click()
  await expect(panel.getByText(/lie before the time shown/)).toBeVisible()
  await drawn(page)
  await page.screenshot({ path: `${pictures}/canvas-timeline.png` })
  expect(await violations(page)).toEqual([])
  await panel.getByRole('button', { name: 'All time' }).click()
  await expect.poll(() => held('Calls')).toBe(calls)

  // By pointer: a time drawn over the lanes.
  const lanes = await panel.getByRole('img', { name: /^Timeline from/ }).boundingBox()
  if (!lanes) throw new Error('the lanes are not drawn')
  await page.mouse.move(lanes.x + lanes.width * 0.5, lanes.y + 30)
  await page.mouse.down()
  await page.mouse.move(lanes.x + lanes.width * 0.52, lanes.y + 30, { steps: 4 })
  await page.mouse.up()
  await expect(panel.getByLabel('From', { exact: true })).not.toHaveValue('')
  await expect(said).toContainText(/dated things in the period/)

  // What is looked for on the canvas is what the timeline has.
  await panel.getByRole('button', { name: 'All time' }).click()
  await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('BANK_ACCOUNT')
  await expect(laneOf('Payments')).toBeVisible()
  await expect(laneOf('Calls')).toHaveCount(0)

  // By person: those with most dates, with how many have no lane; marking from a lane leaves the lanes; then who is selected.
  await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('PERSON')
  await page.getByRole('button', { name: 'Unmark' }).click()
  await panel.getByRole('button', { name: 'By person or thing' }).click()
  const people = panel.getByRole('button', { name: /: [\d,]+ in the period\. Mark them\.$/ })
  await expect(people).toHaveCount(20)
  await expect(panel.getByText(/^\d+ other things with dates have no lane/)).toBeVisible()
  await people.nth(1).focus()
  await page.keyboard.press('Enter')
  await expect(said).toContainText(/dated things? in the period, \d+ things? marked/)
  await expect(people).toHaveCount(20)
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Unmark' }).click()
  const row = page.getByRole('grid').locator('tbody tr').first()
  await row.click()
  await expect(people).toHaveCount(1)
  const [who] = (await people.getAttribute('aria-label'))?.split(': ') ?? []
  await expect(row).toContainText(who ?? '?')
})

test('payments on the canvas are shown in the order of time, with what they have come to', async ({
  page,
  enter,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await enter(page, ukAnalyst)
  await openGraph(page)
  await page.getByRole('button', { name: 'Map and time' }).click()
  const panel = page.getByRole('region', { name: 'Map and time' })
  const said = page.getByTestId('announcer')
  await expect(panel.getByRole('status')).not.toContainText('still asked for')
  await panel.getByRole('button', { name: 'Payments', exact: true }).click()
  const player = panel.getByRole('group', { name: 'All payments in turn' })
  await player.getByRole('button', { name: 'Next step' }).click()
  await expect(said).toContainText(/^1 of [\d,]+: .+ → .+ GBP, .+ So far [\d,.]+ GBP\./)
  await player.getByRole('button', { name: 'Next step' }).click()
  await expect(said).toContainText(/^2 of /)
  await panel.getByRole('slider', { name: 'Payment' }).fill('400')
  await expect(said).toContainText(/^401 of /)
  await drawn(page)
  await page.screenshot({ path: `${pictures}/canvas-payments.png` })
  // Without a wish for stillness it plays by itself.
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await panel.getByRole('slider', { name: 'Payment' }).fill('0')
  await player.getByLabel('Speed').selectOption('8')
  await player.getByRole('button', { name: 'Play' }).click()
  await expect(said).toContainText(/^[3-9] of /)
  await player.getByRole('button', { name: 'Pause' }).click()
})

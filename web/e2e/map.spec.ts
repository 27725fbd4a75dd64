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
  await expect(status).toContainText(/\d+ journeys/)
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
  await drawn(page)
  await page.screenshot({ path: `${pictures}/canvas-map.png` })

  const trip = panel.getByRole('table').getByRole('button').first()
  const label = await trip.innerText()
  await trip.click()
  await expect(page.getByRole('heading', { name: label, level: 2 })).toBeVisible()
  await expect(panel.getByText(`Route of ${label}`)).toBeVisible()
  await panel.getByRole('button', { name: 'Next leg' }).click()
  await expect(page.getByTestId('announcer')).toContainText(/^1 of 1: /)

  const when = panel.getByLabel('From', { exact: true })
  await when.fill('2099-01-01')
  await expect(status).toContainText('0 journeys')
  await when.fill('')
  await expect(status).toHaveText(whole)
  expect(await violations(page)).toEqual([])
  expect(outside).toEqual([])
})

import { expect } from '@playwright/test'
import { pictures, romanianSupervisor, ukAnalyst } from './login'
import { goTo, violations } from './pages'
import { test } from './session'

test('a supervisor lets a hidden person be found; a partner asks, learns who holds it, and both are told', async ({
  sessionOf,
}) => {
  const [ro, uk] = [await sessionOf(romanianSupervisor), await sessionOf(ukAnalyst)]
  await goTo(ro, 'Contribute', 'New record')
  await ro.getByLabel(/^Name/).fill('Inventata Ascunsa')
  await ro.getByLabel('Date of birth').fill('1981-02-03')
  await ro.getByLabel(/^Source report/).fill('REP/8101')
  await ro.getByRole('button', { name: 'Save' }).click()
  await expect(ro.getByRole('heading', { name: 'Inventata Ascunsa' })).toBeVisible()

  await goTo(uk, 'Exchange', 'Ask partners')
  await uk.getByRole('radio', { name: 'A name and a birth date' }).check()
  await uk.getByLabel(/^Whole name/).fill('ascunsa inventata')
  await uk.getByLabel(/^Birth date/).fill('1981-02-03')
  await uk.getByRole('button', { name: 'Ask', exact: true }).click()
  // It is held, and not let be found.
  await expect(uk.getByText(/^Nobody who lets it be found/)).toBeVisible()

  await ro.getByText('Found by partners who do not see it').click()
  await expect(ro.getByText('It is not found.')).toBeVisible()
  await ro.getByRole('button', { name: 'Let it be found' }).click()
  await expect(ro.getByText('It is found by: name and birth date')).toBeVisible()
  expect(await violations(ro)).toEqual([])

  await uk.getByRole('button', { name: 'Ask', exact: true }).click()
  const holder = uk.getByRole('region', { name: 'Who holds it' }).getByRole('row').nth(1)
  await expect(holder).toContainText('Poliția Exemplu Vest')
  await expect(holder).toContainText('biroul de informații')
  expect(await violations(uk)).toEqual([])
  await uk.screenshot({ path: `${pictures}/ask-partners-hit.png` })

  await uk.getByRole('radio', { name: 'An exact number' }).check()
  await uk.getByLabel(/^Number/).fill('x')
  await uk.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(uk.getByRole('alert').first()).toBeVisible()

  await uk.getByRole('link', { name: 'My day' }).click()
  await expect(
    uk.getByRole('cell', { name: 'Your search hit what another organisation holds' }).first(),
  ).toBeVisible()
  await ro.getByRole('link', { name: 'My day' }).click()
  await expect(
    ro.getByRole('cell', { name: 'Somebody asked for a number that you hold' }).first(),
  ).toBeVisible()
})

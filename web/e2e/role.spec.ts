import { expect, type Page } from '@playwright/test'
import { ukAnalyst, ukSupervisor } from './login'
import { goTo, violations } from './pages'
import { test } from './session'

/** Judges the role of the person whose page is open. */
async function judge(page: Page, role: string, source: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: 'Role of a person' }).click()
  await page.getByRole('combobox', { name: 'Operation' }).selectOption({ label: 'Operation Heron' })
  await page.getByRole('combobox', { name: 'Role' }).selectOption({ label: role })
  await page.getByLabel(/^Source report/).fill(source)
  await page.getByRole('button', { name: 'Save' }).click()
}

test('a role is entered; a victim becomes a suspect only when a second officer confirms', async ({
  sessionOf,
}) => {
  const uk = await sessionOf(ukAnalyst)
  await goTo(uk, 'Contribute', 'New record')
  await uk.getByLabel(/^Name/).fill('Invented Roled')
  await uk.getByLabel(/^Source report/).fill('REP/7200')
  await uk.getByRole('button', { name: 'Save' }).click()
  await expect(uk.getByRole('heading', { name: 'Invented Roled' })).toBeVisible()
  const record = new URL(uk.url()).pathname
  await judge(uk, 'Victim', 'REP/7201')
  await expect(uk.getByRole('row').filter({ hasText: 'REP/7201' })).toContainText('Victim')
  await judge(uk, 'Suspect', 'REP/7202')
  await expect(uk.getByText('Nothing is written until a second officer confirms')).toBeVisible()
  expect(await violations(uk)).toEqual([])
  await uk.goto(record)
  await expect(uk.getByRole('row').filter({ hasText: 'REP/7201' })).toBeVisible()
  await expect(uk.getByRole('row').filter({ hasText: 'REP/7202' })).toHaveCount(0)

  const boss = await sessionOf(ukSupervisor)
  await boss.getByRole('link', { name: 'My day' }).click()
  const asked = boss.getByRole('group').filter({ hasText: 'Invented Roled' })
  await asked.getByLabel('Why').fill('Invented second look')
  await asked.getByRole('button', { name: /^Confirm/ }).click()
  await expect(boss.getByText('Invented Roled')).toHaveCount(0)

  await uk.reload()
  await expect(uk.getByRole('row').filter({ hasText: 'REP/7202' })).toContainText('Suspect')
  await uk
    .getByRole('row')
    .filter({ hasText: 'REP/7201' })
    .getByRole('link', { name: 'Withdraw the role' })
    .click()
  await expect(uk.getByRole('heading', { level: 1, name: 'Withdraw a role' })).toBeVisible()
  await uk.getByRole('button', { name: 'Withdraw', exact: true }).click()
  await uk.getByRole('button', { name: 'Yes, withdraw it' }).click()
  await expect(uk.getByRole('row').filter({ hasText: 'REP/7202' })).toBeVisible()
  await expect(uk.getByRole('row').filter({ hasText: 'REP/7201' })).toHaveCount(0)
})

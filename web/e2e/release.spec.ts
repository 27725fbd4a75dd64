import { expect, type Page } from '@playwright/test'
import { romanianOfficer, romanianSupervisor, ukAnalyst } from './login'
import { goTo, violations } from './pages'
import { test } from './session'

/** Enters a person and shares it with the team of Operation Heron. */
async function enterAndShare(page: Page, name: string): Promise<string> {
  await goTo(page, 'Contribute', 'New record')
  await page.getByLabel(/^Name/).fill(name)
  await page.getByLabel(/^Source report/).fill('REP/8100')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  const address = new URL(page.url()).pathname
  await page.getByRole('main').getByRole('link', { name: 'Share', exact: true }).click()
  await page.getByLabel('Operation Heron').check()
  await page.getByRole('button', { name: 'See what would happen' }).click()
  await page.getByRole('button', { name: /^Share: 1 element/ }).click()
  await expect(page.getByText('1 element was changed.')).toBeVisible()
  return address
}

async function askFor(page: Page, record: string, what: string, why: string): Promise<void> {
  await page.goto(record)
  await page.getByRole('link', { name: 'Ask for a release' }).click()
  await page.getByRole('radio', { name: what }).check()
  await page.getByLabel(/^Why you need it/).fill(why)
  await page.getByRole('button', { name: 'Send the request' }).click()
  await expect(page.getByText(why)).toBeVisible()
}

test('a Romanian supervisor grants one release, and gives a sanitised copy for another', async ({
  sessionOf,
}) => {
  const ro = await sessionOf(romanianOfficer)
  const record = await enterAndShare(ro, 'Inventata Cerută')
  const uk = await sessionOf(ukAnalyst)
  await askFor(uk, record, 'Use it in a report that others read', 'Invented report 21')
  await askFor(uk, record, 'Disclose it in court', 'Invented hearing 22')

  const boss = await sessionOf(romanianSupervisor)
  await goTo(boss, 'Exchange', 'Releases')
  const asked = (why: string) => boss.locator('section').filter({ hasText: why }).last()
  await asked('Invented report 21').getByRole('button', { name: 'Decide' }).click()
  await boss.getByRole('radio', { name: /^Grant/ }).check()
  await boss.getByLabel(/^Why \(whoever/).fill('Granted, invented')
  await boss.getByRole('button', { name: 'Grant', exact: true }).click()
  await expect(boss.getByText('Granted, invented')).toBeVisible()

  await asked('Invented hearing 22').getByRole('button', { name: 'Decide' }).click()
  await boss.getByRole('radio', { name: /^Give a sanitised copy/ }).check()
  const copy = boss.getByRole('group', { name: 'What goes in place of it' })
  await copy.getByLabel(/^Name/).fill('Inventata Curatata')
  await copy.getByLabel(/^Source report/).fill('REP/8101')
  await copy.getByLabel(/^They may know/).check()
  expect(await violations(boss)).toEqual([])
  await boss.getByRole('button', { name: 'Give a sanitised copy' }).click()
  await expect(boss.getByRole('link', { name: 'Inventata Curatata' })).toBeVisible()

  await uk.reload()
  const seen = (why: string) => uk.locator('section').filter({ hasText: why }).last()
  await expect(seen('Invented report 21')).toContainText('Granted, invented')
  await expect(seen('Invented hearing 22')).toContainText('Sanitised copy given')
  await uk.getByRole('link', { name: 'Inventata Curatata' }).click()
  // They may know of what it is a copy, and see that: both records stand side by side.
  await expect(uk.getByRole('article', { name: 'Poliția Exemplu Vest: Inventata Curatata' })).toBeVisible()
  await expect(uk.getByRole('article', { name: 'Poliția Exemplu Vest: Inventata Cerută' })).toBeVisible()
  await uk.goto(`/releases/ask/${record.replace('/records/', '')}`)
  await expect(uk.getByText('You may do this already; you need not ask.')).toBeVisible()
})

import { expect, type Page } from '@playwright/test'
import { firstResponder, pictures, romanianAuditor, ukAnalyst, ukAuditor, ukSupervisor } from './login'
import { goTo, violations } from './pages'
import { test } from './session'

async function accessible(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([])
}

test('enter a person, be told of a wrong date at its field, amend, link, ask who sees it and who looked', async ({
  page,
  enter,
}) => {
  await enter(page, ukSupervisor)
  await goTo(page, 'Contribute', 'New record')
  await page.getByLabel(/^Name/).fill('Invented Newcomer')
  await page.getByLabel(/^Source report/).fill('REP/7001')
  await page.getByLabel('Date of birth').fill('1970-13')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel('Date of birth')).toHaveAttribute('aria-invalid', 'true')
  await accessible(page)
  await page.screenshot({ path: `${pictures}/entry-error.png`, fullPage: true })
  await page.getByLabel('Date of birth').fill('1970-12')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Invented Newcomer' })).toBeVisible()

  await page.getByRole('link', { name: 'Amend' }).first().click()
  await expect(page.getByLabel('Date of birth')).toHaveValue('1970-12')
  await page.getByLabel('Place of birth').fill('Exampleton')
  await accessible(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('article').getByText('Exampleton')).toBeVisible()

  await page.getByRole('button', { name: 'Who can see it' }).click()
  await expect(page.getByText('With one of the roles')).toBeVisible()
  await accessible(page)

  await page.getByRole('link', { name: 'Add a link' }).click()
  const to = page.getByRole('group', { name: 'To' })
  await to.getByLabel('Words of a name').fill('a')
  await to.getByRole('button', { name: 'Search' }).click()
  await to.getByRole('listitem').getByRole('button').first().click()
  await page.getByLabel(/^Relationship/).fill('neighbours')
  await page.getByLabel(/^Source report/).fill('REP/7002')
  await accessible(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('cell', { name: /neighbours/ })).toBeVisible()

  await page.getByRole('link', { name: 'Who looked at it' }).click()
  await expect(page.getByRole('cell', { name: 'Contributed elements' }).first()).toBeVisible()
  await accessible(page)
  await page.screenshot({ path: `${pictures}/audit.png`, fullPage: true })

  // Another record is found by words of its name, and the log is asked about that one.
  const find = page.getByRole('group', { name: 'Find a record' })
  await find.getByRole('searchbox').fill('oana tiparescu')
  await find.getByRole('searchbox').press('Enter')
  await find
    .getByRole('button', { name: /Oana Tiparescu/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Ask the log' }).click()
  await expect(page.getByRole('heading', { name: 'About Oana Tiparescu' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Searched by words or a number' }).first()).toBeVisible()

  // On paper there is what the page says, between its markings, and nothing to press.
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'About Oana Tiparescu' })).toBeVisible()
  await expect(page.getByText(await page.getByRole('contentinfo').innerText(), { exact: true })).toHaveCount(
    2,
  )
})

test('who reads Romanian is told in Romanian what the hub has against a date', async ({ page, enter }) => {
  await enter(page, ukSupervisor)
  await page.evaluate(() => localStorage.setItem('entente.language', 'ro'))
  await page.goto('/enter')
  await page.getByLabel(/^Nume/).fill('Invented Misdated')
  await page.getByLabel(/^Raport sursă/).fill('REP/7003')
  await page.getByLabel('Data nașterii').fill('1970-13')
  await page.getByRole('button', { name: 'Salvează' }).click()
  await expect(page.getByLabel('Data nașterii')).toHaveAttribute('aria-invalid', 'true')
  await expect(
    page.getByRole('alert').filter({ hasText: 'O dată se scrie YYYY-MM-DD' }).first(),
  ).toBeVisible()
  await expect(page.getByText('must exist in the calendar')).toHaveCount(0)
  await accessible(page)
})

test('an auditor asks what an officer did by name, and from there who touched an element', async ({
  sessionOf,
}) => {
  const auditor = await sessionOf(ukAuditor)
  await goTo(auditor, 'Administration', 'Audit')
  await auditor.getByRole('combobox', { name: 'Officer' }).selectOption({ label: 'Pat Exemplar' })
  await auditor.getByRole('button', { name: 'Ask the log' }).click()
  await expect(auditor.getByRole('heading', { name: 'About Pat Exemplar' })).toBeVisible()
  const entry = auditor.getByRole('row').filter({ hasText: 'Contributed elements' }).first()
  await accessible(auditor)
  await auditor.screenshot({ path: `${pictures}/auditor-officer.png` })
  await entry
    .getByRole('link', { name: /^Who touched/ })
    .first()
    .click()
  await expect(auditor).toHaveURL(/element=/)
  await expect(auditor.getByRole('cell', { name: 'Contributed elements' }).first()).toBeVisible()
  await auditor.getByRole('link', { name: 'Pat Exemplar' }).first().click()
  await expect(auditor.getByRole('heading', { name: 'About Pat Exemplar' })).toBeVisible()
  // Records are found by who reads case data alone.
  await auditor.getByRole('combobox', { name: 'Ask about' }).selectOption('element')
  await expect(auditor.getByRole('searchbox')).toHaveCount(0)
  await expect(auditor.getByText('You read no case data')).toBeVisible()

  // Of another organisation's officers nobody is offered.
  const romanian = await sessionOf(romanianAuditor)
  await goTo(romanian, 'Administration', 'Audit')
  const officers = romanian.getByRole('combobox', { name: 'Officer' }).locator('option')
  await expect(officers.filter({ hasText: 'Ioana Exemplu' })).toHaveCount(1)
  await expect(officers.filter({ hasText: 'Pat Exemplar' })).toHaveCount(0)
})

test('a first responder is told what to do here, and whom to speak to', async ({ page, enter }) => {
  await enter(page, firstResponder)
  await expect(page.getByText('As a first responder you read no case data')).toBeVisible()
  const desks = page.getByRole('region', { name: 'Whom to speak to' }).getByRole('row')
  await expect(desks.filter({ hasText: 'Northmere Police' })).toContainText('intelligence desk')
  await accessible(page)
  await page.getByRole('main').getByRole('link', { name: 'My sessions' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'My sessions' })).toBeVisible()
})

test('who may not ask the log is not offered it', async ({ page, enter }) => {
  await enter(page, ukAnalyst)
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await expect(navigation.getByRole('button', { name: 'Contribute' })).toBeVisible()
  await expect(navigation.getByRole('button', { name: 'Administration' })).toHaveCount(0)
  await expect(navigation.getByRole('link', { name: 'My sessions' })).toHaveCount(0)
  await expect(navigation.getByRole('link', { name: 'Audit' })).toHaveCount(0)
  await page.goto('/audit')
  await expect(page.getByText('There is no such page.')).toBeVisible()
})

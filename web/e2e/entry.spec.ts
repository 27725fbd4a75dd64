import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { pictures, ukAnalyst, ukSupervisor } from './login'
import { goTo } from './pages'
import { test } from './session'

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((rule) => rule.id)).toEqual([])
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

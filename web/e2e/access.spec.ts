import { expect } from '@playwright/test'
import {
  firstResponder,
  openGraph,
  pictures,
  systemAdministrator,
  ukAnalyst,
  ukAuditor,
  ukSupervisor,
} from './login'
import { violations } from './pages'
import { test } from './session'

test('no page of a case breaks an accessibility rule', async ({ page, enter }) => {
  const look = async (name: string) => expect(await violations(page, `${pictures}/${name}`), name).toEqual([])
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Choose your agency' })).toBeVisible()
  await look('login')
  await enter(page, ukAnalyst)
  await expect(page.getByRole('main').getByRole('table')).toBeVisible()
  await look('operations')
  await page.getByRole('main').getByRole('table').getByRole('link').first().click()
  const person = page.locator('a[href^="/records/"]').first()
  await expect(person).toBeVisible()
  const shared = page.getByRole('row').filter({ hasText: /Vest RO\s*\d/ })
  await expect(shared).toHaveCount(1)
  await look('operation')
  await person.click()
  await expect(page.getByRole('article').first()).toBeVisible()
  await expect(page.getByText(/ of \d/).first()).toBeVisible()
  await look('record')
  await page.getByRole('link', { name: 'Search' }).click()
  await page.getByRole('searchbox').fill('a')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('main').getByRole('table')).toBeVisible()
  await look('search')
})

const supervisorsPages = [
  '/day',
  '/sharing',
  '/view-as',
  '/ask-partners',
  '/releases',
  '/joint-plans',
  '/disruption',
  '/money',
  '/connect',
  '/key-players',
  '/change',
  '/teams',
  '/retention',
  '/audit',
  '/enter',
  '/enter/link',
  '/enter/role',
  '/import',
  '/sessions',
  '/explore',
]

for (const [whose, officer, pages, before] of [
  ['a supervisor', ukSupervisor, supervisorsPages, ''],
  ['a system administrator', systemAdministrator, ['/issuers'], ''],
  ['an auditor', ukAuditor, ['/audit'], 'auditor-'],
  ['a first responder', firstResponder, ['/operations'], 'responder-'],
] as const) {
  test(`no work page of ${whose} breaks an accessibility rule`, async ({ page, enter }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await enter(page, officer)
    for (const path of pages) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('status').filter({ hasText: /^Loading/ })).toHaveCount(0)
      const picture = `${pictures}/${before}${path.slice(1).replace('/', '-')}`
      expect(await violations(page, picture), path).toEqual([])
    }
  })
}

test('the canvas breaks no accessibility rule, whichever of its parts is open', async ({ page, enter }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await enter(page, ukAnalyst)
  await openGraph(page)
  await page.getByRole('grid').locator('tbody tr').nth(5).click()
  await expect(page.getByRole('group', { name: 'Expand' })).toBeVisible()
  expect(await violations(page, `${pictures}/canvas`)).toEqual([])
  for (const name of ['Path', 'Communities', 'Saved', 'View']) {
    await page.getByRole('tab', { name }).click()
    await expect(page.getByRole('tabpanel').getByText('Loading…')).toHaveCount(0)
    expect(await violations(page), name).toEqual([])
  }
  await page.getByRole('button', { name: 'Map and time' }).click()
  await expect(page.getByRole('region', { name: 'Map and time' }).getByRole('status')).toContainText(
    'journeys',
  )
  expect(await violations(page), 'the map and the timeline').toEqual([])
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused()
  expect(await violations(page), 'the command palette').toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Purpose/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await violations(page), 'the purpose').toEqual([])
})

for (const [locale, agency, button] of [
  ['en-GB', /United Kingdom/, 'Sign in'],
  ['ro-RO', /România/, 'Autentificare'],
] as const) {
  test.describe(() => {
    test.use({ locale })
    test(`a development provider’s page breaks no accessibility rule, ${locale}`, async ({ page }) => {
      await page.goto('/login')
      await page.getByRole('link', { name: agency }).click()
      await expect(page.getByRole('button', { name: button })).toBeVisible()
      expect(await violations(page)).toEqual([])
      await page.screenshot({ path: `${pictures}/provider-${locale.slice(0, 2)}.png`, fullPage: true })
    })
  })
}

import { expect, test } from '@playwright/test'
import { logIn, openGraph, pictures, ukAnalyst, ukSupervisor } from './login'
import { violations } from './pages'

for (const theme of ['light', 'dark'] as const) {
  test(`no page breaks an accessibility rule, ${theme}`, async ({ page }) => {
    const look = async (name: string) => {
      expect(await violations(page), name).toEqual([])
      await page.screenshot({ path: `${pictures}/${name}-${theme}.png` })
    }
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.goto('/')
    await expect(page.getByRole('link', { name: 'Choose your agency' })).toBeVisible()
    await look('login')
    await logIn(page, ukAnalyst)
    await expect(page.getByRole('main').getByRole('table')).toBeVisible()
    await look('operations')
    await page.getByRole('main').getByRole('table').getByRole('link').first().click()
    const person = page.locator('a[href^="/records/"]').first()
    await expect(person).toBeVisible()
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
    await openGraph(page)
    await page.getByRole('grid').locator('tbody tr').nth(5).click()
    await expect(page.getByRole('group', { name: 'Expand' })).toBeVisible()
    await look('canvas')
  })
}

const workPages = [
  '/day',
  '/sharing',
  '/view-as',
  '/releases',
  '/joint-plans',
  '/disruption',
  '/money',
  '/connect',
  '/key-players',
  '/change',
  '/teams',
  '/retention',
  '/enter/role',
  '/import',
  '/sessions',
]

for (const [theme, language] of [
  ['light', 'en'],
  ['dark', 'ro'],
] as const) {
  test(`no work page breaks an accessibility rule, ${theme}, ${language}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await logIn(page, ukSupervisor)
    await page.evaluate((chosen) => localStorage.setItem('entente.language', chosen), language)
    for (const path of workPages) {
      await page.goto(path)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('status').filter({ hasText: /^(Loading|Se încarcă)/ })).toHaveCount(0)
      expect(await violations(page), path).toEqual([])
      await page.screenshot({ path: `${pictures}/${path.slice(1).replace('/', '-')}-${theme}.png` })
    }
  })
}

import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { logIn, openGraph, pictures, ukAnalyst } from './login'

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.failureSummary}`),
  )
}

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

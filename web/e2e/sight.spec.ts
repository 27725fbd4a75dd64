import { expect, type Page } from '@playwright/test'
import { logIn, pictures, romanianOfficer, ukAnalyst } from './login'
import { test } from './session'

/**
 * What the page of one person tells an officer: what each organisation's record says, without what may be done with it;
 * nothing of somebody the officer does not see, as one whom another journey entered.
 */
async function cardsOf(page: Page, person: string): Promise<string[]> {
  await page.goto(person)
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading.or(page.getByRole('alert'))).toBeVisible()
  if (!(await heading.isVisible())) return []
  await expect(page.getByRole('article').first()).toBeVisible()
  return page.getByRole('article').locator('dl').allInnerTexts()
}

test('a UK and a Romanian officer see different answers for the same person', async ({ sessionOf }) => {
  const [uk, ro] = [await sessionOf(ukAnalyst), await sessionOf(romanianOfficer)]
  await uk.getByRole('main').getByRole('table').getByRole('link').first().click()
  await uk.getByLabel('Role', { exact: true }).selectOption('SUSPECT')
  const people = uk.locator('a[href^="/records/"]')
  await expect(people.first()).toBeVisible()
  const addresses = await people.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  let different = false
  for (const address of addresses.slice(0, 26)) {
    const [ukSees, roSees] = [await cardsOf(uk, address), await cardsOf(ro, address)]
    different = ukSees.length > 0 && roSees.length > 0 && JSON.stringify(ukSees) !== JSON.stringify(roSees)
    if (!different) continue
    await uk.screenshot({ path: `${pictures}/record-uk.png` })
    await ro.screenshot({ path: `${pictures}/record-ro.png` })
    break
  }
  expect(different).toBe(true)
})

test('who is not signed in sees the way to sign in and nothing else', async ({ page }) => {
  await page.goto('/search')
  await expect(page.getByRole('link', { name: 'Choose your agency' })).toHaveAttribute(
    'href',
    '/login?return_to=%2Fsearch',
  )
  await expect(page.getByRole('navigation')).toHaveCount(0)
})

test('signing out ends the session', async ({ page }) => {
  await logIn(page, ukAnalyst)
  await page.getByRole('button', { name: 'Alex Mockford' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  // By way of the provider's own sign-out: who goes on before is overtaken by it.
  await page.waitForURL((url) => url.pathname === '/login')
  await page.goto('/operations')
  await expect(page.getByRole('link', { name: 'Choose your agency' })).toBeVisible()
})

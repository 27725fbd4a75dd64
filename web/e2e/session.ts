import { type BrowserContext, test as base, type Cookie, expect, type Page } from '@playwright/test'
import { type DevelopmentOfficer, logIn } from './login'

interface Sessions {
  /** Opens the workspace as an officer in a page that nobody is signed in to. Who signed in before is not asked again. */
  enter: (page: Page, officer: DevelopmentOfficer) => Promise<void>
  /** A browser of an officer's own, in the workspace; closed after the journey. */
  sessionOf: (officer: DevelopmentOfficer) => Promise<Page>
  /** The same with a sign-in of its own. */
  signedIn: (officer: DevelopmentOfficer) => Promise<Page>
}

interface Kept {
  kept: Map<DevelopmentOfficer, Cookie[]>
}

/** The journeys' test: each officer signs in once for all journeys that are not about signing in. */
export const test = base.extend<Sessions & { open: () => Promise<Page> }, Kept>({
  kept: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads here which fixtures are needed
    async ({}, use) => {
      await use(new Map())
    },
    { scope: 'worker' },
  ],
  open: async ({ browser }, use) => {
    const opened: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext()
      opened.push(context)
      return context.newPage()
    })
    await Promise.all(opened.map((context) => context.close()))
  },
  enter: async ({ kept }, use) => {
    await use(async (page, officer) => {
      if (await goOn(page, kept.get(officer))) return
      await logIn(page, officer)
      kept.set(officer, await page.context().cookies())
    })
  },
  sessionOf: async ({ open, enter }, use) => {
    await use(async (officer) => {
      const page = await open()
      await enter(page, officer)
      return page
    })
  },
  signedIn: async ({ open }, use) => {
    await use(async (officer) => {
      const page = await open()
      await logIn(page, officer)
      return page
    })
  },
})

/** Whether a session goes on: another journey may have ended it. */
async function goOn(page: Page, cookies: Cookie[] | undefined): Promise<boolean> {
  if (!cookies) return false
  await page.context().addCookies(cookies)
  await page.goto('/operations')
  const inside = page.getByRole('heading', { name: 'Operations' })
  await expect(inside.or(page.getByRole('link', { name: 'Choose your agency' }))).toBeVisible()
  if (await inside.isVisible()) return true
  await page.context().clearCookies()
  return false
}

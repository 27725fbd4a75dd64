import { expect, type Page } from '@playwright/test'

/** Where pictures of pages go; docs/images to renew those of the documentation. */
export const pictures = process.env.ENTENTE_PICTURES ?? 'test-results/pictures'

/** An invented officer of a development provider. */
export interface DevelopmentOfficer {
  agency: RegExp
  name: RegExp
}

export const ukAnalyst: DevelopmentOfficer = { agency: /United Kingdom/, name: /Alex Mockford/ }
export const romanianOfficer: DevelopmentOfficer = { agency: /România/, name: /Ioana Exemplu/ }

export const ukSupervisor: DevelopmentOfficer = { agency: /United Kingdom/, name: /Pat Exemplar/ }
export const romanianSupervisor: DevelopmentOfficer = { agency: /România/, name: /Vasile Șablon/ }
export const teamAdministrator: DevelopmentOfficer = { agency: /United Kingdom/, name: /Toni Teamsheet/ }
export const systemAdministrator: DevelopmentOfficer = { agency: /United Kingdom/, name: /Robin Rackmount/ }
export const romanianAdministrator: DevelopmentOfficer = { agency: /România/, name: /Mihai Machetă/ }

export const ukAuditor: DevelopmentOfficer = { agency: /United Kingdom/, name: /Lee Ledgerly/ }
export const romanianAuditor: DevelopmentOfficer = { agency: /România/, name: /Sorin Registru/ }
export const firstResponder: DevelopmentOfficer = { agency: /United Kingdom/, name: /Sam Lorem/ }

export const romanianTeamAdministrator: DevelopmentOfficer = { agency: /România/, name: /Doru Formular/ }

/** Signs in as an officer does: agency, officer, password, purpose. */
export async function logIn(page: Page, officer: DevelopmentOfficer): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: 'Choose your agency' }).click()
  await page.getByRole('link', { name: officer.agency }).click()
  await page.getByRole('radio', { name: officer.name }).check()
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.getByLabel('Purpose', { exact: true }).fill('Invented tasking 12')
  await page.getByRole('button', { name: 'Set purpose' }).click()
  // The page stands behind the dialog all the while. Who goes on before the hub has the purpose
  // is asked again, and then nothing behind the dialog can be clicked.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Operations' })).toBeVisible()
}

/** Opens the graph of the first operation and waits until it is there. */
export async function openGraph(page: Page): Promise<void> {
  await page.goto('/operations')
  await page.getByRole('main').getByRole('table').getByRole('link').first().click()
  await page.getByRole('link', { name: 'Open the graph' }).click()
  await expect(page.getByRole('grid').locator('tbody tr').first()).toBeVisible()
}

/** Collects what the content security policy refused and what went to another origin. */
export function watchOutside(page: Page, origin: string): string[] {
  const seen: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) seen.push(message.text())
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol !== 'blob:' && url.origin !== origin) seen.push(request.url())
  })
  return seen
}

/** Waits until the canvas is drawn as it is now; what is drawn when its room changes comes a frame later. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame)
  })
}

import { expect, type Page } from '@playwright/test'
import { pictures, romanianAdministrator, systemAdministrator, ukAnalyst } from './login'
import { goTo, violations } from './pages'
import { test } from './session'

/** An issuer of invented people for an organisation of the hub. */
const entry = (name: string, organisation: string, role: string) => `issuers:
  - name: ${name}
    display_name: Invented Coastguard
    country: GB
    url: https://id.coastguard.example
    client_id: entente
    audience: https://hub.example/api
    organisations:
      coast: ${organisation}
    roles:
      watch: ${role}
    home_domains: [coastguard.example]
    contacts: [federation desk]
`

/** The panel of an issuer. */
const issuer = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) })

test('two system administrators trust a provider, change what it may grant, and one suspends it', async ({
  sessionOf,
}) => {
  const [first, second] = [await sessionOf(systemAdministrator), await sessionOf(romanianAdministrator)]
  const navigation = first.getByRole('navigation', { name: 'Main' })
  await expect(navigation.getByRole('button', { name: 'Questions' })).toHaveCount(0)
  await goTo(first, 'Administration', 'Identity providers')
  await expect(issuer(first, 'United Kingdom (development)')).toContainText('Trusted')
  await issuer(first, 'United Kingdom (development)')
    .getByRole('button', { name: /^Propose a change/ })
    .click()
  const field = first.getByRole('textbox', { name: /^Entry/ })
  await expect(field).toBeFocused()
  // It begins with what is in force, whoever entered it.
  await expect(field).toHaveValue(/^issuers:\s[\s\S]*client_id: [\s\S]*roles:/)
  const organisation = /organisations:\s+\S+: (\S+)/.exec(await field.inputValue())?.[1] ?? ''
  await first.getByRole('button', { name: 'Close' }).click()

  await first.getByRole('button', { name: 'Propose a provider' }).click()
  await field.fill('issuers:\n  - name: coast\n    colour: blue\n')
  await first.getByRole('button', { name: 'Propose to a second administrator' }).click()
  await expect(first.getByRole('alert').first()).toContainText('3')
  await field.fill(entry('coast', organisation, 'ANALYST'))
  await first.getByRole('textbox', { name: /^Access token/ }).fill('no.token.atall')
  await first.getByRole('button', { name: 'Try the token' }).click()
  await expect(first.getByText('The token would be refused:')).toBeVisible()
  expect(await violations(first)).toEqual([])
  await first.screenshot({ path: `${pictures}/issuer-entry.png`, fullPage: true })
  await first.getByRole('button', { name: 'Propose to a second administrator' }).click()
  const proposed = issuer(first, 'Invented Coastguard')
  await expect(proposed).toContainText('You proposed it: another administrator decides.')
  await expect(proposed.getByRole('button', { name: 'Accept' })).toHaveCount(0)

  await goTo(second, 'Administration', 'Identity providers')
  const decided = issuer(second, 'Invented Coastguard')
  await expect(decided).toContainText('Waits for a second administrator')
  await expect(decided.locator('ins').filter({ hasText: 'watch: ANALYST' })).toBeVisible()
  await decided.getByRole('button', { name: 'Accept' }).click()
  await expect(decided).toContainText('Trusted')

  await decided.getByRole('button', { name: 'Propose a change of Invented Coastguard' }).click()
  await second.getByRole('textbox', { name: /^Entry/ }).fill(entry('coast', organisation, 'SUPERVISOR'))
  await second.getByRole('button', { name: 'Propose to a second administrator' }).click()
  await expect(decided).toContainText('You proposed it')
  await first.reload()
  await expect(proposed.locator('del')).toHaveText('      watch: ANALYST')
  await expect(proposed.locator('ins')).toHaveText('      watch: SUPERVISOR')
  expect(await violations(first)).toEqual([])
  await first.screenshot({ path: `${pictures}/issuer-decision.png`, fullPage: true })
  await proposed.getByRole('button', { name: 'Refuse' }).click()
  await expect(proposed.getByText('Waits for a second administrator')).toHaveCount(0)

  await proposed.getByRole('button', { name: 'Suspend Invented Coastguard' }).click()
  await proposed.getByRole('checkbox').check()
  await proposed.getByRole('button', { name: 'Suspend now' }).click()
  await expect(proposed).toContainText('Suspended')
  await expect(
    proposed.getByRole('button', { name: 'Propose to trust Invented Coastguard again' }),
  ).toBeVisible()
})

test('an officer sees where they are signed in, and ends one session and then all others', async ({
  signedIn,
}) => {
  const here = await signedIn(ukAnalyst)
  const [one, two, three] = [await signedIn(ukAnalyst), await signedIn(ukAnalyst), await signedIn(ukAnalyst)]
  const account = here.getByRole('region', { name: 'Your account' })
  await account.getByRole('button', { name: 'Alex Mockford' }).click()
  await account.getByRole('link', { name: 'My sessions' }).click()
  const rows = here.getByRole('region', { name: 'Signed-in browsers' }).locator('tbody tr')
  // Journeys before this one may have left sessions of the same officer.
  await expect(rows.filter({ hasText: 'this browser' })).toHaveCount(1)
  const before = await rows.count()
  expect(before).toBeGreaterThanOrEqual(4)
  expect(await violations(here)).toEqual([])
  await here.screenshot({ path: `${pictures}/sessions.png` })
  // The latest sign-in stands first, and is that of the last browser.
  await rows
    .first()
    .getByRole('button', { name: /^End the session begun/ })
    .click()
  await expect(rows).toHaveCount(before - 1)
  await three.goto('/operations')
  await expect(three.getByRole('link', { name: 'Choose your agency' })).toBeVisible()
  await two.goto('/operations')
  await expect(two.getByRole('heading', { name: 'Operations' })).toBeVisible()
  await here.getByRole('button', { name: 'End all others' }).click()
  await expect(rows).toHaveCount(1)
  await expect(here.getByText('You are signed in nowhere else.')).toBeVisible()
  for (const page of [one, two]) {
    await page.goto('/operations')
    await expect(page.getByRole('link', { name: 'Choose your agency' })).toBeVisible()
  }
})

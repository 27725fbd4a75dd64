import { expect } from '@playwright/test'
import {
  pictures,
  romanianOfficer,
  romanianSupervisor,
  teamAdministrator,
  ukAnalyst,
  ukSupervisor,
} from './login'
import { choose, chooseHeron, goTo, openPlan, violations } from './pages'
import { test } from './session'

test('a UK analyst plans a disruption, watches it fall apart, and compares two plans', async ({
  page,
  enter,
}) => {
  await enter(page, ukAnalyst)
  await openPlan(page)
  await page.getByLabel(/^Budget/).fill('3')
  await page.getByRole('button', { name: 'Find a plan' }).click()
  await expect(page.getByRole('heading', { name: 'Best plan found' })).toBeVisible()
  const targets = page.getByRole('region', { name: 'Targets' }).locator('tbody tr')
  await expect(targets).toHaveCount(3)
  await expect(targets.first()).toContainText(/ties|holds|changes/)
  // Nothing was tried without doubtful ties, so nothing is said of how sure it is.
  await expect(page.getByText(/^(Order stays|Holds without)/)).toHaveCount(0)
  await expect(page.getByRole('img', { name: /largest piece after each removal/ })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: `${pictures}/disruption-plan.png`, fullPage: true })

  await page.getByLabel(/^After 3 removals/).fill('1')
  await expect(page.getByRole('status').filter({ hasText: /piece.* left/ })).toBeVisible()
  await page.getByRole('button', { name: 'Keep to compare' }).click()
  const drawn = page.getByRole('link', { name: 'See it fall apart on the canvas' })
  const onCanvas = (await drawn.getAttribute('href')) ?? ''
  expect(onCanvas).toMatch(/^\/canvas#operation=[^&]+&plan=([^,]+,){2}[^,]+$/)

  await page.getByRole('radio', { name: 'Judge my own targets' }).check()
  await choose(page, 'Targets', 'a')
  await page.getByRole('button', { name: 'Judge these targets' }).click()
  await expect(page.getByRole('heading', { name: 'Your own plan' }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Keep to compare' }).click()
  await expect(page.getByText(/targets are in both/)).toBeVisible()

  await page.getByRole('radio', { name: 'Find the best plan' }).check()
  await page.getByLabel('How long to search').selectOption('1')
  await page.getByLabel(/^Try it on/).fill('100')
  await page.getByRole('button', { name: 'Find a plan' }).click()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Stopped. Nothing was found.')).toBeVisible()

  await page.goto(onCanvas)
  const fall = page.getByRole('toolbar', { name: 'A plan, step by step' })
  const said = fall.getByText(/pieces? (is|are) left/)
  const whole = await said.innerText()
  await fall.getByRole('button', { name: 'Remove the next' }).click()
  await expect(page.getByTestId('announcer')).toContainText(/^After 1 removal: \d+ pieces are left$/)
  await expect(said).not.toHaveText(whole)
  await fall.getByText('Targets', { exact: true }).click()
  await expect(fall.locator('s')).toHaveCount(1)
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: `${pictures}/canvas-plan.png` })
  await fall.getByRole('button', { name: 'Back one' }).click()
  await expect(said).toHaveText(whole)
  await fall.getByRole('button', { name: 'End the plan' }).click()
  await expect(fall).toBeHidden()
})

test('a UK analyst follows money, connects people and asks who holds it together', async ({
  page,
  enter,
}) => {
  await enter(page, ukAnalyst)
  await page.getByRole('link', { name: 'Search' }).click()
  await page.getByRole('group', { name: 'Only these kinds' }).getByLabel('Bank account').check()
  await page.getByRole('searchbox').fill('a')
  await page.getByRole('button', { name: 'Search' }).click()
  const accounts = page.getByRole('main').getByRole('table').locator('a[href^="/records/"]')
  await expect(accounts.first()).toBeVisible()
  const ids = await accounts.evaluateAll((links) =>
    links.map((link) => link.getAttribute('href')?.replace('/records/', '')),
  )
  await page.goto(`/money#from=${ids.slice(0, 20).join(',')}`)
  await page.getByRole('button', { name: 'Follow the money' }).click()
  await expect(page.getByRole('img', { name: 'Who passed how much to whom' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Transfers' }).locator('tbody tr').first()).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page
    .getByRole('heading', { name: 'What was followed' })
    .evaluate((heading) => heading.scrollIntoView())
  await page.screenshot({ path: `${pictures}/money-trace.png` })
  const player = page.getByRole('group', { name: 'Transfers in the order of time' })
  await player.getByRole('button', { name: 'Next step' }).click()
  await player.getByRole('button', { name: 'Next step' }).click()
  await expect(page.getByTestId('announcer')).toContainText(/^2 of \d+: .+ → .+ So far [\d,.]+ GBP\.$/)
  await page.getByRole('slider', { name: 'Payment' }).fill('20')
  await expect(page.getByTestId('announcer')).toContainText(/^21 of /)
  expect(await violations(page)).toEqual([])
  await player.scrollIntoViewIfNeeded()
  await page.screenshot({ path: `${pictures}/money-played.png` })
  await page.getByRole('link', { name: 'Play on canvas' }).click()
  const followed = page.getByRole('group', { name: 'The money that was followed' })
  await followed.getByRole('button', { name: 'Next step' }).click()
  await expect(page.getByTestId('announcer')).toContainText(/^1 of \d+: .+ → /)

  await goTo(page, 'Questions', 'Connect people')
  await choose(page, 'Whom to join', 'a')
  await choose(page, 'Whom to join', 'm')
  await page.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect(page.getByText(/all hang together|groups that do not|Nothing that you can see/)).toBeVisible()
  await page.screenshot({ path: `${pictures}/connect-people.png` })

  await goTo(page, 'Questions', 'Who holds it together')
  await chooseHeron(page)
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Most central' }).locator('tbody tr').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Where it comes apart' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: `${pictures}/key-players.png` })

  await goTo(page, 'Questions', 'Compare two dates')
  await page.getByLabel('First date').fill('2009-01-01')
  await page.getByLabel('Second date').fill('2010-06-01')
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page.getByText(/communities at the first date/)).toBeVisible()
})

test('a Romanian officer shares; the UK analyst is told at once, and asks for a release that is decided', async ({
  sessionOf,
}) => {
  const [ro, uk] = [await sessionOf(romanianOfficer), await sessionOf(ukAnalyst)]
  await goTo(ro, 'Contribute', 'New record')
  await ro.getByLabel(/^Name/).fill('Inventata Partajata')
  await ro.getByLabel(/^Source report/).fill('REP/8001')
  await ro.getByRole('button', { name: 'Save' }).click()
  await expect(ro.getByRole('heading', { name: 'Inventata Partajata' })).toBeVisible()

  await uk.getByRole('link', { name: 'My day' }).click()
  await expect(uk.getByRole('heading', { name: 'What has happened' })).toBeVisible()

  await ro.getByRole('main').getByRole('link', { name: 'Share', exact: true }).click()
  await ro.getByLabel('Operation Heron').check()
  await ro.getByRole('button', { name: 'See what would happen' }).click()
  const receivers = ro.getByRole('region', { name: 'Whose sight changes' })
  await expect(receivers.getByText('joint team: Operation Heron')).toBeVisible()
  expect(await violations(ro)).toEqual([])
  await ro.screenshot({ path: `${pictures}/sharing-preview.png`, fullPage: true })
  await ro.getByRole('button', { name: /^Share: 1 element/ }).click()
  await expect(ro.getByText('1 element was changed.')).toBeVisible()

  const told = uk.getByRole('row').filter({ hasText: 'Inventata Partajata' }).first()
  await expect(told).toContainText('Shared with you')
  expect(await violations(uk)).toEqual([])
  await uk.screenshot({ path: `${pictures}/my-day.png` })
  await told.getByRole('link', { name: 'Inventata Partajata' }).click()
  await uk.getByRole('link', { name: 'Ask for a release' }).click()
  await uk.getByLabel(/^Why you need it/).fill('Invented report 12')
  await uk.getByRole('button', { name: 'Send the request' }).click()
  await expect(uk.getByText('Invented report 12')).toBeVisible()

  const boss = await sessionOf(romanianSupervisor)
  await boss.getByRole('link', { name: 'My day' }).click()
  await expect(boss.getByRole('cell', { name: 'Invented report 12' })).toBeVisible()
  await goTo(boss, 'Exchange', 'Releases')
  await boss.getByRole('button', { name: 'Decide' }).first().click()
  await boss.getByRole('radio', { name: /^Refuse/ }).check()
  await boss.getByLabel(/^Why/).fill('Not before the arrest')
  expect(await violations(boss)).toEqual([])
  await boss.screenshot({ path: `${pictures}/release-decision.png` })
  await boss.getByRole('button', { name: 'Refuse' }).click()
  await expect(boss.getByText('Not before the arrest')).toBeVisible()
  await uk.reload()
  await expect(uk.getByText('Not before the arrest')).toBeVisible()

  await goTo(ro, 'Exchange', 'View as a partner')
  await ro.getByLabel('As a member of the team').selectOption({ label: 'Operation Heron' })
  await ro.getByRole('button', { name: 'Look through their eyes' }).click()
  await expect(ro.getByRole('region', { name: 'What they see of yours' })).toBeVisible()
})

test('a team-space administrator proposes a team and takes an officer in and out, without seeing data', async ({
  page,
  enter,
}) => {
  await enter(page, teamAdministrator)
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await expect(navigation.getByRole('button', { name: 'Questions' })).toHaveCount(0)
  await goTo(page, 'Administration', 'Teams')
  await page.getByRole('button', { name: 'Propose a joint team' }).click()
  await page.getByLabel(/^Operation/).fill('Operation Invented')
  await page.getByLabel(/^Legal basis/).fill('Invented convention, article 1')
  await page.getByLabel(/^Purpose/).fill('An invented investigation')
  await page.getByRole('group', { name: 'Other organisations' }).getByRole('checkbox').last().check()
  await page.getByRole('button', { name: 'Propose and sign for my organisation' }).click()
  await expect(page.getByRole('heading', { name: 'Operation Invented' })).toBeVisible()
  await expect(page.getByText('Still to sign')).toBeVisible()
  expect(await violations(page)).toEqual([])

  await goTo(page, 'Administration', 'Teams')
  await page.getByRole('link', { name: 'Operation Heron' }).click()
  const team = page.getByRole('region', { name: 'Team', exact: true })
  await expect(team.locator('tbody tr').first()).toBeVisible()
  const before = await team.locator('tbody tr').count()
  await page
    .getByRole('group', { name: /^Take an officer/ })
    .getByLabel('Officer')
    .selectOption({ label: 'Toni Teamsheet' })
  await page.getByRole('button', { name: 'Take in', exact: true }).click()
  await expect(team.locator('tbody tr')).toHaveCount(before + 1)
  await page.getByRole('button', { name: 'Take Toni Teamsheet out of the team' }).click()
  await expect(page.getByRole('button', { name: 'Take Toni Teamsheet out of the team' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Another last day' }).click()
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: `${pictures}/team.png` })
})

test('a supervisor holds a record, cannot erase it before the hold is lifted, and is not the second to decide', async ({
  page,
  enter,
}) => {
  await enter(page, ukSupervisor)
  await goTo(page, 'Contribute', 'New record')
  await page.getByLabel(/^Name/).fill('Invented Retained')
  await page.getByLabel(/^Source report/).fill('REP/9001')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Retention' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Retention' })).toBeVisible()
  await expect(page.getByRole('main').getByText('Invented Retained')).toBeVisible()
  await page.getByRole('radio', { name: /^Put under a legal hold/ }).check()
  await page.getByLabel('Why').fill('Invented inquiry')
  await page.getByRole('button', { name: 'Put under a legal hold' }).click()
  await expect(page.getByText('Under a legal hold now.')).toBeVisible()
  await page.getByRole('radio', { name: /^Propose to erase/ }).check()
  await page.getByLabel('Why').fill('Invented reason')
  await page.getByRole('button', { name: 'Propose to erase' }).click()
  await expect(page.getByRole('alert')).toContainText('it cannot be erased until the hold is lifted')
  await page.getByRole('radio', { name: /^Lift the legal hold/ }).check()
  await page.getByRole('button', { name: 'Lift the legal hold' }).click()
  await expect(page.getByText('The legal hold is lifted.')).toBeVisible()
  await page.getByRole('radio', { name: /^Propose to erase/ }).check()
  await page.getByLabel('Why').fill('Invented reason')
  await page.getByRole('button', { name: 'Propose to erase' }).click()
  const disposal = page.getByRole('article', { name: 'Invented reason' })
  await expect(disposal.getByText('You proposed it: another supervisor decides.')).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: `${pictures}/retention-decision.png`, fullPage: true })
})

test('pages are found by name, and shortcuts by a question mark, with the keyboard alone', async ({
  page,
  enter,
}) => {
  await enter(page, ukAnalyst)
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  expect(await violations(page)).toEqual([])
  await page.keyboard.type('disrup')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Disruption plan' })).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  await expect(dialog.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  const questions = page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Questions' })
  await questions.press('Enter')
  await expect(questions).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Escape')
  await expect(questions).toHaveAttribute('aria-expanded', 'false')
  await expect(questions).toBeFocused()
})

import { expect, type Locator, type Page } from '@playwright/test'
import { pictures, ukAnalyst } from './login'
import { chooseHeron, violations } from './pages'
import { test } from './session'

const tour = (page: Page) => page.getByRole('region', { name: 'Guided tour' })
const said = (page: Page) => tour(page).getByRole('status').first()

/** The tour asks for a step, and its way there is taken by the keyboard. */
async function goThere(page: Page, n: number, name: string): Promise<void> {
  await expect(said(page)).toContainText(`Step ${n} of 11: ${name}.`)
  const way = tour(page).getByRole('link', { name: 'Go there' })
  await way.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
}

/** The tour says that steps are done only once the hub has answered, and in what order. */
async function stepIsDone(page: Page, name: string): Promise<void> {
  await expect(
    tour(page)
      .getByRole('listitem')
      .filter({ hasText: `${name} ✓ done` }),
  ).toHaveCount(1)
}

async function byKeyboard(control: Locator): Promise<void> {
  await control.focus()
  await control.press('Enter')
}

/** Opens who is most central, and finds the link that makes an organiser of them. */
async function findTheOrganiser(page: Page): Promise<string> {
  const central = page.getByRole('region', { name: 'Most central' }).locator('tbody tr')
  await byKeyboard(central.first().getByRole('link'))
  await page.getByLabel('Kind of link').selectOption({ value: 'MEMBER_OF' })
  await expect(page.getByRole('cell', { name: 'Role: organiser' }).first()).toBeVisible()
  return page.getByRole('heading', { level: 1 }).innerText()
}

test('the tour leads to the organiser, the money and the safeguarding list, step by step', async ({
  page,
  enter,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await enter(page, ukAnalyst)
  await byKeyboard(page.getByRole('button', { name: 'Tour', exact: true }))
  await expect(tour(page)).toBeFocused()
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: `${pictures}/tour-begin.png` })

  await goThere(page, 1, 'Search')
  await page.getByRole('searchbox').fill('zzz nobody')
  await page.getByRole('searchbox').press('Enter')
  await expect(page.getByText('Nothing you can see matches.')).toBeVisible()
  await expect(said(page)).toContainText('Step 1 of 11')
  await page.getByRole('group', { name: 'Only these kinds' }).getByLabel('Person').check()
  await page.getByRole('searchbox').fill('a')
  await page.getByRole('searchbox').press('Enter')
  await stepIsDone(page, 'Search')

  await goThere(page, 2, 'Expand')
  await byKeyboard(page.getByRole('link', { name: /^Put .* on canvas$/ }).first())
  await byKeyboard(page.getByRole('button', { name: /Bring in up to/ }))
  await stepIsDone(page, 'Expand')
  await page.screenshot({ path: `${pictures}/tour-canvas.png` })

  await expect(said(page)).toContainText('Step 3 of 11: Shortest path.')
  const rows = page.getByRole('grid').locator('tbody tr')
  await rows.first().click()
  await byKeyboard(page.getByRole('button', { name: 'Path from here' }))
  await rows.nth(1).click()
  await byKeyboard(page.getByRole('button', { name: 'Path to here' }))
  await byKeyboard(page.getByRole('button', { name: 'Find path' }))
  await stepIsDone(page, 'Shortest path')

  await expect(said(page)).toContainText('Step 4 of 11: Communities.')
  await page.getByRole('tab', { name: 'Communities' }).click()
  await byKeyboard(page.getByRole('button', { name: 'Find communities' }))
  await stepIsDone(page, 'Communities')

  await goThere(page, 5, 'The organiser')
  await chooseHeron(page)
  await page.getByLabel('Only people and the ties among them').check()
  await page.getByLabel('Central in the sense of').selectOption({ label: 'being near to all' })
  await byKeyboard(page.getByRole('button', { name: 'Ask', exact: true }))
  const organiser = await findTheOrganiser(page)
  await stepIsDone(page, 'The organiser')

  await expect(said(page)).toContainText('Step 6 of 11: The money.')
  await byKeyboard(page.getByRole('link', { name: 'Follow the money' }))
  await page.getByRole('radio', { name: 'where it came from' }).check()
  await byKeyboard(page.getByRole('button', { name: 'Follow the money' }))
  await expect(page.getByRole('img', { name: 'Who passed how much to whom' })).toBeVisible()
  await stepIsDone(page, 'The money')

  await goThere(page, 7, 'Disruption plan')
  await chooseHeron(page)
  await byKeyboard(page.getByRole('button', { name: 'Find a plan' }))
  await stepIsDone(page, 'Disruption plan')

  await expect(said(page)).toContainText('Step 8 of 11: Whom to safeguard.')
  await page.getByRole('slider').press('ArrowLeft')
  await stepIsDone(page, 'Whom to safeguard')

  await goThere(page, 9, 'Preview a sharing')
  await page.getByLabel(/^Name/).fill('Invented Toured')
  await page.getByLabel(/^Source report/).fill('REP/7100')
  await byKeyboard(page.getByRole('button', { name: 'Save' }))
  await byKeyboard(page.getByRole('main').getByRole('link', { name: 'Share', exact: true }))
  await page.getByLabel('Operation Heron').check()
  await byKeyboard(page.getByRole('button', { name: 'See what would happen' }))
  await stepIsDone(page, 'Preview a sharing')

  await expect(said(page)).toContainText('Step 10 of 11: Share.')
  await byKeyboard(page.getByRole('button', { name: /^Share: 1 element/ }))
  await stepIsDone(page, 'Share')

  await goThere(page, 11, 'What the partner sees')
  await page.getByLabel('As a member of the team').selectOption({ label: 'Operation Heron' })
  await byKeyboard(page.getByRole('button', { name: 'Look through their eyes' }))

  await expect(said(page)).toContainText('You have done every step.')
  const found = (name: string) =>
    tour(page).locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]')
  await expect(found('The organiser').getByRole('link')).toHaveText(organiser)
  expect(await found('The flow of money').getByRole('listitem').count()).toBeGreaterThan(1)
  const list = found('The safeguarding list')
  const number = Number(/^(\d+) (person|people) to bring to safety/.exec(await list.innerText())?.[1])
  expect(number).toBeGreaterThan(0)
  await byKeyboard(list.getByText(/to bring to safety/))
  await expect(list.getByRole('listitem')).toHaveCount(number)
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: `${pictures}/tour-end.png` })

  // It is all there after the page was loaded anew, and names are codes where names are hidden.
  await page.reload()
  await expect(found('The organiser').getByRole('link')).toHaveText(organiser)
  await page.keyboard.press('Alt+P')
  await expect(found('The organiser').getByRole('link')).toHaveText(/^[A-Z]+-[0-9A-Z]{4}$/)
  await page.keyboard.press('Alt+P')
  await byKeyboard(tour(page).getByRole('button', { name: 'Begin again' }))
  await expect(said(page)).toContainText('Step 1 of 11')
})

test('the tour gives the focus back where it was, and goes on where it was left', async ({ page, enter }) => {
  await enter(page, ukAnalyst)
  const button = page.getByRole('button', { name: 'Tour', exact: true })
  await byKeyboard(button)
  await expect(tour(page)).toBeFocused()
  await byKeyboard(tour(page).getByRole('button', { name: 'Leave the tour' }))
  await expect(button).toBeFocused()
  await button.press('Enter')
  await goThere(page, 1, 'Search')
  await page.getByRole('searchbox').fill('a')
  await page.getByRole('searchbox').press('Enter')
  await expect(said(page)).toContainText('Step 2 of 11')
  await page.getByRole('searchbox').focus()
  await tour(page).getByRole('button', { name: 'Leave the tour' }).click()
  await expect(page.getByRole('searchbox')).toBeFocused()
  await button.click()
  await expect(said(page)).toContainText('Step 2 of 11')
  await page.reload()
  await expect(said(page)).toContainText('Step 2 of 11')
  // A step that is skipped is said to be so, and is not done.
  await byKeyboard(tour(page).getByRole('button', { name: 'Skip this step' }))
  await expect(said(page)).toContainText('Step 3 of 11')
  await expect(
    tour(page)
      .getByRole('listitem')
      .filter({ hasText: /^Expand – skipped$/ }),
  ).toHaveCount(1)
  await expect(tour(page).getByText('Expand ✓ done')).toHaveCount(0)
  await page.reload()
  await expect(said(page)).toContainText('Step 3 of 11')
})

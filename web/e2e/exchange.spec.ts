import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { openGraph, ukAnalyst } from './login'
import { choose, goTo, openPlan, violations } from './pages'
import { test } from './session'

test('what is chosen on the canvas is shared by way of the preview, and saved as a file with its marking', async ({
  page,
  enter,
}) => {
  await enter(page, ukAnalyst)
  await goTo(page, 'Contribute', 'New record')
  await page.getByLabel(/^Name/).fill('Invented Exported')
  await page.getByLabel(/^Source report/).fill('REP/7300')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Open on canvas' }).click()
  await page.getByRole('tab', { name: 'View' }).click()
  for (const [format, ending, word] of [
    ['GraphML', 'graphml', '<graphml'],
    ['GEXF', 'gexf', '<gexf'],
    ['CSV', 'csv', 'Invented Exported'],
    ['JSON', 'json', '{'],
  ] as const) {
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Save ${format}` }).click(),
    ])
    expect(saved.suggestedFilename()).toBe(`entente.${ending}`)
    const file = await readFile(await saved.path(), 'utf8')
    expect(file).toContain(word)
    expect(file).toContain('OFFICIAL')
    expect(file).toContain('Invented Exported')
  }
  await expect(page.getByTestId('announcer')).toContainText('1 record saved. OFFICIAL')
  expect(await violations(page)).toEqual([])

  await page.getByRole('tab', { name: 'Selection' }).click()
  await page.getByRole('grid').locator('tbody tr').first().click()
  await page.getByRole('tabpanel').getByRole('link', { name: 'Share', exact: true }).click()
  await expect(page.getByRole('group', { name: 'What', exact: true })).toContainText('Invented Exported')
  await page.getByLabel('Operation Heron').check()
  await page.getByRole('button', { name: 'See what would happen' }).click()
  await expect(page.getByRole('button', { name: /^Share: 1 element/ })).toBeVisible()
})

test('what others contributed does not leave without their leave', async ({ page, enter }) => {
  await enter(page, ukAnalyst)
  await openGraph(page)
  await page.getByRole('tab', { name: 'View' }).click()
  await page.getByRole('button', { name: 'Save GEXF' }).click()
  await expect(page.getByRole('alert')).toContainText('may not leave the hub')
})

test('a link is commented on where it is listed, and the comment withdrawn', async ({ page, enter }) => {
  await enter(page, ukAnalyst)
  await page.getByRole('main').getByRole('table').getByRole('link').first().click()
  await page.locator('a[href^="/records/"]').first().click()
  const link = page.getByRole('row').filter({ hasText: 'Comments' }).first()
  await link.getByText('Comments').first().click()
  await link.getByRole('textbox', { name: 'Comment' }).fill('An invented doubt about it')
  await link.getByRole('button', { name: 'Comment' }).click()
  await expect(link.getByText('An invented doubt about it')).toBeVisible()
  expect(await violations(page)).toEqual([])
  const comment = link.getByRole('listitem').filter({ hasText: 'An invented doubt about it' })
  await comment.getByRole('button', { name: 'Withdraw' }).click()
  await expect(comment).toHaveCount(0)
})

test('a plan weighs two ends against each other, and targets at what they cost', async ({ page, enter }) => {
  await enter(page, ukAnalyst)
  await openPlan(page)
  await page.getByLabel(/^Budget/).fill('6')
  await page.getByRole('button', { name: 'Weigh it against another end' }).click()
  await page.getByLabel('How much it counts').first().fill('2')
  await page.getByText('Kinds of targets, whom in any case, whom never').click()
  await choose(page, 'What targets cost', 'Specimenaru')
  const cost = page.getByRole('spinbutton', { name: /^Cost: / })
  await cost.fill('3')
  await choose(page, 'In any case', 'Specimenaru')
  await page.getByRole('button', { name: 'Find a plan' }).click()
  const targets = page.getByRole('region', { name: 'Targets' }).locator('tbody tr')
  await expect(targets).toHaveCount(4)
  await expect(targets.first()).toContainText('you demanded it')
  await expect(targets.first().getByRole('cell').nth(4)).toHaveText('3')
  expect(await violations(page)).toEqual([])
})

test('a plan says what cuts the supply from those who recruit to those who exploit', async ({
  page,
  enter,
}) => {
  await enter(page, ukAnalyst)
  await openPlan(page)
  await page.getByLabel('To what end').selectOption('SUPPLY')
  await page.getByRole('group', { name: 'It begins at all who are' }).getByLabel('recruiter').check()
  await page.getByRole('group', { name: 'It ends at all who are' }).getByLabel('exploiter').check()
  await page.getByRole('button', { name: 'Find a plan' }).click()
  await expect(page.getByRole('heading', { name: 'What cuts it altogether' })).toBeVisible()
  await expect(page.getByText(/^(Without these|It cannot be cut)/)).toBeVisible()
  expect(await violations(page)).toEqual([])
})

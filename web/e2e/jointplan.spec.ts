import { expect } from '@playwright/test'
import { pictures, romanianSupervisor, ukAnalyst, ukSupervisor } from './login'
import { goTo, violations } from './pages'
import { test } from './session'

test('a UK supervisor proposes a joint plan, a Romanian one agrees, and each sees its own targets', async ({
  sessionOf,
}) => {
  const uk = await sessionOf(ukSupervisor)
  await goTo(uk, 'Exchange', 'Joint plans')
  await uk.getByRole('button', { name: 'Propose a joint plan' }).click()
  await uk.getByLabel(/^Operation/).selectOption({ label: 'Operation Heron' })
  await uk.getByLabel(/^Partner/).selectOption({ label: 'Poliția Exemplu Vest (RO)' })
  await uk.getByLabel(/^Why/).fill('Invented: both hold half of it')
  await uk.getByLabel(/^Targets in all/).fill('4')
  expect(await violations(uk)).toEqual([])
  await uk.screenshot({ path: `${pictures}/joint-plan-proposal.png`, fullPage: true })
  await uk.getByRole('button', { name: 'Propose and agree for my organisation' }).click()
  const mine = uk.getByRole('listitem').filter({ hasText: 'Invented: both hold half of it' })
  await expect(mine).toContainText('Waits for the partner')
  await expect(mine.getByRole('button', { name: 'Decide' })).toHaveCount(0)

  const ro = await sessionOf(romanianSupervisor)
  await ro.getByRole('link', { name: 'My day' }).click()
  await ro
    .getByRole('row')
    .filter({ hasText: 'A joint plan was proposed, decided or withdrawn' })
    .getByRole('link', { name: 'Joint plan' })
    .first()
    .click()
  const theirs = ro.getByRole('listitem').filter({ hasText: 'Invented: both hold half of it' })
  await expect(theirs).toBeFocused()
  await theirs.getByRole('radio', { name: /^Agree/ }).check()
  await theirs.getByLabel(/^Why/).fill('Invented: so do we')
  expect(await violations(ro)).toEqual([])
  await theirs.getByRole('button', { name: 'Decide' }).click()
  await expect(theirs).toContainText('Agreed')
  await expect(theirs.getByRole('heading', { name: /^[1-4] targets? that you see$/ })).toBeVisible()

  await uk.reload()
  await expect(mine).toContainText('Invented: so do we')
  const targets = mine.getByRole('heading', { name: /^[1-4] targets? that you see$/ })
  await expect(targets).toBeVisible()
  const number = Number.parseInt(await targets.innerText(), 10)
  await expect(mine.getByRole('list').getByRole('listitem')).toHaveCount(number)
  await uk.screenshot({ path: `${pictures}/joint-plan.png`, fullPage: true })

  const analyst = await sessionOf(ukAnalyst)
  await goTo(analyst, 'Exchange', 'Joint plans')
  await expect(analyst.getByText('A supervisor of your organisation proposes')).toBeVisible()
  await expect(analyst.getByRole('button', { name: /^(Propose|Take my)/ })).toHaveCount(0)

  await mine.getByRole('button', { name: 'Take my organisation’s consent back' }).click()
  await expect(mine).toContainText('Withdrawn')
  await ro.reload()
  await expect(theirs).toContainText('Withdrawn')
  await expect(theirs.getByRole('heading', { name: /that you see/ })).toHaveCount(0)
})

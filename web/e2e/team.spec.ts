import { expect } from '@playwright/test'
import {
  pictures,
  romanianSupervisor,
  romanianTeamAdministrator,
  teamAdministrator,
  ukAnalyst,
} from './login'
import { goTo, violations } from './pages'
import { test } from './session'

test('two administrators sign a joint team, sign its end, and file certificate and evaluation', async ({
  sessionOf,
}) => {
  const uk = await sessionOf(teamAdministrator)
  await goTo(uk, 'Administration', 'Teams')
  await uk.getByRole('button', { name: 'Propose a joint team' }).click()
  await uk.getByLabel(/^Operation/).fill('Operation Invented Duo')
  await uk.getByLabel(/^Legal basis/).fill('Invented convention, article 2')
  await uk.getByLabel(/^Purpose/).fill('An invented investigation of two')
  const others = uk.getByRole('group', { name: 'Other organisations' })
  await others.getByLabel('Poliția Exemplu Vest (RO)').check()
  await uk.getByRole('button', { name: 'Propose and sign for my organisation' }).click()
  await expect(uk.getByText('Still to sign')).toBeVisible()
  await expect(uk.getByRole('button', { name: /^Sign for/ })).toHaveCount(0)
  // Nothing runs before all have signed.
  const analyst = await sessionOf(ukAnalyst)
  await analyst.goto('/operations')
  const proposed = analyst.getByRole('row').filter({ hasText: 'Operation Invented Duo' })
  await expect(proposed.getByRole('cell', { name: 'Proposed', exact: true })).toBeVisible()

  const ro = await sessionOf(romanianTeamAdministrator)
  await ro.getByRole('link', { name: 'My day' }).click()
  await expect(
    ro.getByRole('row').filter({ hasText: 'An operation is proposed: your signature is asked for' }).first(),
  ).toBeVisible()
  await goTo(ro, 'Administration', 'Teams')
  await ro.getByRole('link', { name: 'Operation Invented Duo' }).click()
  await expect(ro.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await violations(ro)).toEqual([])
  await ro.screenshot({ path: `${pictures}/team-sign.png`, fullPage: true })
  await ro.getByRole('button', { name: 'Sign for Poliția Exemplu Vest' }).click()
  await expect(ro.getByText('Running', { exact: true })).toBeVisible()
  await expect(ro.getByText('Still to sign')).toHaveCount(0)

  await uk.reload()
  await expect(uk.getByText('Running', { exact: true })).toBeVisible()
  await uk.getByRole('button', { name: 'End', exact: true }).click()
  await uk.getByRole('button', { name: 'Propose the end' }).click()
  await expect(uk.getByRole('heading', { name: 'Proposed: the end of the operation' })).toBeVisible()
  await ro.reload()
  await ro.getByRole('button', { name: 'Sign for Poliția Exemplu Vest' }).click()
  await expect(ro.getByText('Over', { exact: true })).toBeVisible()

  await uk.reload()
  await uk.getByRole('radio', { name: /^Returned/ }).check()
  await uk.getByRole('button', { name: 'Close the sharing' }).click()
  await expect(uk.getByRole('term').filter({ hasText: 'SHA-256' })).toBeVisible()
  await expect(uk.getByRole('button', { name: 'Close the sharing' })).toHaveCount(0)
  await uk.getByLabel('What came of it').fill('An invented result')
  await uk.getByLabel('People safeguarded').fill('3')
  await uk.getByRole('button', { name: 'File the evaluation' }).click()
  await expect(uk.getByRole('definition').filter({ hasText: 'An invented result' })).toBeVisible()
  await expect(uk.getByRole('button', { name: 'File the evaluation' })).toHaveCount(0)
  // An administrator finds both again, without what only officers with case data read.
  await uk.reload()
  await expect(uk.getByRole('term').filter({ hasText: 'Certificate of' })).toHaveCount(1)
  await expect(uk.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
  await expect(uk.getByText(/ records, /)).toHaveCount(0)
  await expect(uk.getByRole('definition').filter({ hasText: 'An invented result' })).toBeVisible()
  await expect(uk.getByRole('button', { name: /^(Close the sharing|File the evaluation)$/ })).toHaveCount(0)
  expect(await violations(uk)).toEqual([])
  await uk.screenshot({ path: `${pictures}/team-over.png`, fullPage: true })

  // A supervisor of the other party reads both, and has its own to file, erasing included.
  const boss = await sessionOf(romanianSupervisor)
  await goTo(boss, 'Administration', 'Teams')
  await boss.getByRole('link', { name: 'Operation Invented Duo' }).click()
  await expect(boss.getByText('An invented result')).toBeVisible()
  await expect(boss.getByRole('term').filter({ hasText: 'Certificate of' })).toHaveCount(1)
  await expect(boss.getByText('0 records, 0 links, 0 roles; 0 of them held')).toBeVisible()
  await boss.getByRole('radio', { name: /^Erased for ever/ }).check()
  await boss.getByRole('button', { name: 'Close the sharing' }).click()
  await expect(boss.getByRole('term').filter({ hasText: 'Certificate of' })).toHaveCount(2)
  await expect(boss.getByRole('button', { name: 'File the evaluation' })).toBeVisible()
})

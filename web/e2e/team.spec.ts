import { expect, test } from '@playwright/test'
import { pictures, romanianAdministrator, sessionOf, teamAdministrator } from './login'
import { goTo, violations } from './pages'

test('two administrators sign a joint team, sign its end, and file certificate and evaluation', async ({
  browser,
}) => {
  const uk = await sessionOf(browser, teamAdministrator)
  await goTo(uk, 'Administration', 'Teams')
  await uk.getByRole('button', { name: 'Propose a joint team' }).click()
  await uk.getByLabel(/^Operation/).fill('Operation Invented Pair')
  await uk.getByLabel(/^Legal basis/).fill('Invented convention, article 2')
  await uk.getByLabel(/^Purpose/).fill('An invented investigation of two')
  const others = uk.getByRole('group', { name: 'Other organisations' })
  await others.getByLabel('Poliția Exemplu Vest (RO)').check()
  await uk.getByRole('button', { name: 'Propose and sign for my organisation' }).click()
  await expect(uk.getByText('Still to sign')).toBeVisible()
  await expect(uk.getByRole('button', { name: /^Sign for/ })).toHaveCount(0)

  const ro = await sessionOf(browser, romanianAdministrator)
  await ro.getByRole('link', { name: 'My day' }).click()
  await expect(
    ro.getByRole('row').filter({ hasText: 'An operation is proposed: your signature is asked for' }).first(),
  ).toBeVisible()
  await goTo(ro, 'Administration', 'Teams')
  await ro.getByRole('link', { name: 'Operation Invented Pair' }).click()
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
  await expect(uk.getByText('0 records, 0 links, 0 roles; 0 of them held')).toBeVisible()
  await uk.getByLabel('What came of it').fill('An invented result')
  await uk.getByLabel('People safeguarded').fill('3')
  await uk.getByRole('button', { name: 'File the evaluation' }).click()
  await expect(uk.getByRole('definition').filter({ hasText: 'An invented result' })).toBeVisible()
  await expect(uk.getByRole('button', { name: 'File the evaluation' })).toHaveCount(0)
  expect(await violations(uk)).toEqual([])
  await uk.screenshot({ path: `${pictures}/team-over.png`, fullPage: true })

  // The other party reads both, and still has its own to file.
  await ro.reload()
  await expect(ro.getByText('An invented result')).toBeVisible()
  await expect(ro.getByRole('term').filter({ hasText: 'Certificate of' })).toHaveCount(1)
  await expect(ro.getByRole('button', { name: 'File the evaluation' })).toBeVisible()
})

import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { pictures, ukAnalyst } from './login'
import { goTo, violations } from './pages'
import { test } from './session'

const people = [
  'id,name,born',
  '1,Imported Inventor,1970-01-02',
  '2,Imported Misdated,1970-13-02',
  '3,Imported Friend,1971-02-03',
  '4,"Imported, but short"',
]
const ties = ['from,to,relation', '1,3,neighbours', '1,9,nobody']
const file = (name: string, lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
})

type Given = ReturnType<typeof file>

/** By the keyboard, as the button allows. */
async function chooseFiles(page: Page, ...files: Given[]): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).press('Enter')
  await (await asked).setFiles(files)
}

const count = (page: Page, name: string) =>
  page.locator('dl > div').filter({ hasText: name }).locator('dd').first()

test('import people and ties with bad rows, save those, find a person, and import again without writing', async ({
  page,
  enter,
}) => {
  await enter(page, ukAnalyst)
  await goTo(page, 'Contribute', 'Import')
  await expect(page.getByText('No file is chosen yet.')).toBeVisible()
  expect(await violations(page), 'empty').toEqual([])
  await expect(page.getByRole('group', { name: 'Files' }).getByRole('status')).toHaveText('none chosen')
  await chooseFiles(page, file('invented-people.csv', people), file('invented-ties.csv', ties))
  await expect(page.getByRole('group', { name: 'Files' }).getByRole('status')).toHaveText(
    '2 files chosen: invented-people.csv, invented-ties.csv',
  )
  const card = page.getByRole('group', { name: 'invented-people.csv' })
  await expect(card.getByLabel('The rows become')).toHaveValue('record PERSON')
  await expect(card.getByLabel('Date of birth')).toHaveValue('2')
  await expect(
    page.getByRole('group', { name: 'invented-ties.csv' }).getByLabel('The rows become'),
  ).toHaveValue('link ASSOCIATE')
  await page.getByLabel('Source report').fill('REP/8001')
  await page.getByRole('button', { name: 'Look at the first rows' }).click()
  const preview = page.getByRole('region', { name: 'First rows of invented-people.csv: Records' })
  await expect(preview.getByRole('row').filter({ hasText: 'Imported Inventor' })).toContainText('Is new')
  await expect(preview.getByRole('row').filter({ hasText: 'birthDate' })).toContainText('Rejected')
  expect(await violations(page), 'preview').toEqual([])

  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('The import is done.')).toBeVisible()
  await expect(count(page, 'Written')).toHaveText('3')
  await expect(page.getByText('3 rows were rejected.')).toBeVisible()
  const rejected = page.getByRole('region', { name: 'Rejected rows' })
  await expect(rejected.getByRole('row').filter({ hasText: '2,Imported Misdated' })).toContainText(
    'birthDate',
  )
  await expect(rejected.getByRole('row').filter({ hasText: 'Imported, but short' })).toContainText(
    'The row has 2 columns instead of 3.',
  )
  await expect(rejected.getByRole('row').filter({ hasText: '1,9,nobody' })).toContainText(
    'No row makes the record at this end.',
  )
  expect(await violations(page), 'outcome').toEqual([])
  await page.screenshot({ path: `${pictures}/import-rejected.png`, fullPage: true })

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the rejected rows' }).click()
  const saved = (await readFile(await (await saving).path(), 'utf8')).split('\r\n')
  expect(saved[0]).toBe('file,line,reason,raw')
  expect(saved[1]).toMatch(/^invented-people\.csv,3,.*"2,Imported Misdated,1970-13-02"$/)
  expect(saved[2]).toContain('invented-people.csv,5,The row has 2 columns instead of 3.')
  expect(saved).toHaveLength(5)

  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(count(page, 'Left alone')).toHaveText('3')
  await expect(count(page, 'Written')).toHaveText('0')

  await page.getByRole('link', { name: 'Search' }).click()
  await page.getByRole('searchbox').fill('Imported Inventor')
  await page.getByRole('button', { name: 'Search' }).click()
  const hit = page.getByRole('row').filter({ hasText: 'Imported Inventor' }).first()
  await expect(hit).toContainText('found in “Name”: Imported Inventor')
  await expect(hit.locator('mark')).toHaveText(['Imported', 'Inventor'])
})

test('a file without names for its columns is imported by their numbers, its first line too', async ({
  page,
  enter,
}) => {
  await enter(page, ukAnalyst)
  await page.goto('/import')
  await chooseFiles(page, file('invented-bare.csv', ['1;Bare Invented;1970-01-02', '2;Bare Sample;1971']))
  const card = page.getByRole('group', { name: 'invented-bare.csv' })
  await card.getByLabel(/^The first line names the columns/).uncheck()
  await expect(card.getByLabel('Known again by')).toHaveValue('1')
  await card.getByLabel(/^Name/).selectOption({ label: '2: Bare Invented' })
  await card.getByLabel('Date of birth').selectOption({ label: '3: 1970-01-02' })
  await page.getByLabel('Source report').fill('REP/8003')
  await page.getByRole('button', { name: 'Look at the first rows' }).click()
  const preview = page.getByRole('region', { name: 'First rows of invented-bare.csv: Records' })
  await expect(preview.getByRole('row').filter({ hasText: 'Bare Invented' })).toContainText('Is new')
  expect(await violations(page), 'numbered columns').toEqual([])
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('No row was rejected.')).toBeVisible()
  await expect(count(page, 'Written')).toHaveText('2')
})

test('a mapping file is read too, and what is wrong with it is told by its line', async ({ page, enter }) => {
  await enter(page, ukAnalyst)
  await page.goto('/import')
  await chooseFiles(page, file('mapped.csv', ['no;who', '7;Imported Mapped']))
  await page.getByRole('radio', { name: 'By a mapping file' }).check()
  const mapping = (column: string) =>
    [
      'name: mapped',
      'source: REP/8002',
      'files:',
      '  - delimiter: ";"',
      '    header: true',
      '    records:',
      `      - {kind: PERSON, key: "{no}", details: {name: "{${column}}"}}`,
    ].join('\n')
  await page.getByRole('textbox', { name: 'Mapping' }).fill(mapping('whom'))
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Line 7: There is no column "whom".')
  expect(await violations(page), 'a bad mapping').toEqual([])
  await page.getByRole('textbox', { name: 'Mapping' }).fill(mapping('who'))
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('The import is done.')).toBeVisible()
  await expect(page.getByText('No row was rejected.')).toBeVisible()
})

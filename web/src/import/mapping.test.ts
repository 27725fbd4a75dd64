import { expect, test } from 'vitest'
import { columnsOf, guess, guessDelimiter, mappingOf } from './mapping'
import { rejectedFile } from './rejected'

test('columns say what the rows are', () => {
  expect(guess(['id', 'Full name', 'Date of birth', 'Sex'], ',')).toMatchObject({
    makes: { record: 'PERSON' },
    key: 'id',
    fields: {
      name: { column: 'Full name' },
      birthDate: { column: 'Date of birth' },
      gender: { column: 'Sex' },
    },
  })
  expect(guess(['Nr.', 'Nume', 'Data nașterii', 'Cetățenie'], ';')).toMatchObject({
    makes: { record: 'PERSON' },
    key: 'Nr.',
    fields: {
      name: { column: 'Nume' },
      birthDate: { column: 'Data nașterii' },
      nationality: { column: 'Cetățenie' },
    },
  })
  expect(guess(['IBAN', 'holder', 'bank'], ',')).toMatchObject({
    makes: { record: 'BANK_ACCOUNT' },
    key: 'IBAN',
  })
})

test('two ends make a link, of the kind that its other columns fit', () => {
  expect(guess(['payer', 'payee', 'amount', 'currency', 'date'], ',')).toMatchObject({
    makes: { link: 'TRANSFERRED' },
    from: 'payer',
    to: 'payee',
    key: '',
    fields: { amount: { column: 'amount' }, currency: { column: 'currency' }, at: { column: 'date' } },
  })
  expect(guess(['caller', 'called', 'time', 'duration'], ',')).toMatchObject({ makes: { link: 'CALLED' } })
  expect(guess(['from', 'to'], ',')).toMatchObject({ makes: { link: 'ASSOCIATE' }, fields: {} })
})

test('columns that say nothing are a person known by the first', () => {
  expect(guess(['x1', 'x2'], ',')).toMatchObject({ makes: { record: 'PERSON' }, key: 'x1', fields: {} })
  expect(guess([], ',')).toMatchObject({ key: '' })
})

test('a file without names for its columns has them numbered, and its mapping says so', () => {
  expect(columnsOf(['id', '', 'name'], true)).toEqual([
    { id: 'id', name: 'id' },
    { id: 'name', name: 'name' },
  ])
  const columns = columnsOf(['7', '', 'Ion'], false)
  expect(columns.map(({ name }) => name)).toEqual(['1: 7', '2: ', '3: Ion'])
  const mapping = guess(
    columns.map(({ id }) => id),
    ',',
    false,
  )
  const fields = { name: { column: '3' } }
  const made = JSON.parse(
    mappingOf({ name: 'a', source: 'b' }, [{ file: 'p.csv', mapping: { ...mapping, fields } }]),
  )
  expect(made.files[0]).toMatchObject({
    header: false,
    records: [{ kind: 'PERSON', key: '{1}', details: { name: '{3}' } }],
  })
})

test('the delimiter is what parts a header most', () => {
  expect(guessDelimiter('a;b;c')).toBe(';')
  expect(guessDelimiter('a\tb')).toBe('tab')
  expect(guessDelimiter('alone')).toBe(',')
})

test('a form becomes a mapping, with braces and patterns in names taken as they are', () => {
  const mapping = guess(['id', 'name'], ',')
  const fields = { ...mapping.fields, alias: { always: '{none}' } }
  const made = JSON.parse(
    mappingOf({ name: 'a{b}', source: 'REP' }, [{ file: 'p[1].csv', mapping: { ...mapping, fields } }]),
  )
  expect(made).toEqual({
    name: 'a{{b}}',
    source: 'REP',
    files: [
      {
        path: 'p\\[1\\].csv',
        header: true,
        delimiter: ',',
        decimal: '.',
        records: [{ kind: 'PERSON', key: '{id}', details: { name: '{name}', alias: '{{none}}' } }],
      },
    ],
  })
})

test('the ends of links are made where that is chosen', () => {
  const mapping = { ...guess(['from', 'to'], ','), ends: 'PHONE' as const, dates: 'DD.MM.YYYY' }
  const made = JSON.parse(mappingOf({ name: 'a', source: 'b' }, [{ file: 'calls.csv', mapping }]))
  expect(made.files[0].dates).toEqual({ layout: 'DD.MM.YYYY' })
  expect(made.files[0].links).toEqual([
    { kind: 'ASSOCIATE', from: '{from}', to: '{to}', ends: { kind: 'PHONE', details: { number: '{@key}' } } },
  ])
})

test('rejected rows are saved so that no spreadsheet reckons with them', () => {
  const row = { file: 'a.csv', line: 7, field: 'birthDate', reason: 'No.', raw: '=1,"x"' }
  expect(rejectedFile([row, { ...row, field: '', raw: '' }])).toBe(
    'file,line,reason,raw\r\na.csv,7,birthDate: No.,"\'=1,""x"""\r\na.csv,7,No.,\r\n',
  )
})

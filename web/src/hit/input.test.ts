import { expect, test } from 'vitest'
import { askedFor } from './input'

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('a number is asked for with its country where one is given', () => {
  const fields = { scheme: 'PHONE', value: ' +40 700 900111 ', country: '' }
  expect(askedFor(form(fields))).toEqual({
    identifier: { scheme: 'PHONE', value: '+40 700 900111', country: null },
  })
  expect(askedFor(form({ ...fields, scheme: 'PLATE', country: 'ro' })).identifier?.country).toBe('RO')
})

test('a person is asked for by the whole name and birth date', () => {
  expect(askedFor(form({ name: ' Inventata Partajata ', birthDate: '1990-12-31' }))).toEqual({
    name: 'Inventata Partajata',
    birthDate: '1990-12-31',
  })
})

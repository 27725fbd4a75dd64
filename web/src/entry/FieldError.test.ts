import { expect, test } from 'vitest'
import { isAbout } from './FieldError'

test('a failure stands at the field that the API names, by schema or by rule', () => {
  expect(isAbout('input.details.person.birthDate', 'details.birthDate')).toBe(true)
  expect(isAbout('input.details.birthDate', 'details.birthDate')).toBe(true)
  expect(isAbout('input.details.place', 'details.place')).toBe(true)
  expect(isAbout('input.details.place.name', 'details.name')).toBe(true)
  expect(isAbout('input.marking.audience.operations', 'marking')).toBe(true)
  expect(isAbout('input.source', 'source')).toBe(true)
})

test('and at no other', () => {
  expect(isAbout('input.sources', 'source')).toBe(false)
  expect(isAbout('input.details.name', 'details.nationality')).toBe(false)
  expect(isAbout(undefined, 'source')).toBe(false)
})

import { expect, test } from 'vitest'
import { detailsOf, instantOf, linkFields, listOf, localOf, recordFields } from './fields'

function form(entries: [string, string][]): FormData {
  const made = new FormData()
  for (const [name, value] of entries) made.append(name, value)
  return made
}

test('what was entered becomes the input of its kind; empty fields are left out', () => {
  const typed = form([
    ['details.name', ' Ion Testescu '],
    ['details.alias', 'Nea, , Ionel'],
    ['details.birthDate', '1970-04'],
    ['details.gender', ''],
    ['details.nationality', ''],
    ['details.child', 'on'],
  ])
  expect(recordFields.PERSON.input).toBe('person')
  expect(detailsOf(recordFields.PERSON.fields, typed)).toEqual({
    name: 'Ion Testescu',
    alias: ['Nea', 'Ionel'],
    birthDate: '1970-04',
    nationality: [],
    pseudonymous: false,
    child: true,
  })
})

test('numbers and codes are what the API takes', () => {
  const place = form([
    ['details.place', 'PORT'],
    ['details.latitude', '51.12'],
  ])
  expect(detailsOf(recordFields.PLACE.fields, place)).toEqual({ place: 'PORT', latitude: 51.12 })
  const held = form([
    ['details.controls', 'THREATS'],
    ['details.controls', 'DEBT_BONDAGE'],
  ])
  expect(detailsOf(linkFields.CONTROLS?.fields ?? [], held)).toEqual({
    controls: ['THREATS', 'DEBT_BONDAGE'],
  })
})

test('an instant that is shown and entered again is the same', () => {
  for (const at of ['2009-03-01T08:30:00.000Z', '2009-07-01T23:59:07.000Z'])
    expect(instantOf(localOf(at))).toBe(at)
})

test('a list is what stands between commas', () => {
  expect(listOf(' RO , GB,')).toEqual(['RO', 'GB'])
  expect(listOf('')).toEqual([])
})

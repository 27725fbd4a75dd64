import { expect, test } from 'vitest'
import { shareInput } from './act'
import { sharedIds, sharingAddress } from './address'

function form(fields: [string, string][]): FormData {
  const filled = new FormData()
  for (const [name, value] of fields) filled.append(name, value)
  return filled
}

test('a sharing with organisations names them and no teams', () => {
  const filled = form([
    ['act', 'SHARE'],
    ['scope', 'ORGANISATIONS'],
    ['organisations', 'o1'],
    ['organisations', 'o2'],
    ['operations', 'left over'],
    ['withLinks', 'on'],
  ])
  const input = shareInput(filled, ['r1'])
  expect(input.audience).toEqual({
    scope: 'ORGANISATIONS',
    officers: null,
    organisations: ['o1', 'o2'],
    operations: null,
  })
  expect([input.withLinks, input.handling, input.ids]).toEqual([true, null, ['r1']])
})

test('a recall has no audience', () => {
  expect(shareInput(form([['act', 'RECALL']]), []).audience).toBeNull()
})

test('conditions are replaced only where that is chosen', () => {
  const codes: [string, string][] = [
    ['act', 'WIDEN'],
    ['scope', 'EVERYONE'],
    ['handling', 'H3'],
    ['restrictions', 'Invented text'],
  ]
  expect(shareInput(form(codes), []).handling).toBeNull()
  const replaced = shareInput(form([...codes, ['replace', 'on']]), [])
  expect([replaced.handling, replaced.restrictions]).toEqual([['H3'], 'Invented text'])
})

test('an address brings its ids', () => {
  expect(sharedIds(new URL(sharingAddress(['a', 'b']), 'http://x').hash)).toEqual(['a', 'b'])
  expect(sharedIds('')).toEqual([])
})

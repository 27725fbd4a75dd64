import { expect, test } from 'vitest'
import { searchInput } from './input'

const empty = { words: '', scheme: 'PHONE' as const, value: '', country: '', kinds: [] }

test('nothing filled in asks nothing', () => {
  expect(searchInput({ ...empty, words: '   ' })).toBeNull()
})

test('words are trimmed and narrowed by kind only where one is chosen', () => {
  expect(searchInput({ ...empty, words: '  ion   pop ' })).toEqual({ text: 'ion pop', kinds: null })
  expect(searchInput({ ...empty, words: 'ion', kinds: ['PERSON'] })).toEqual({
    text: 'ion',
    kinds: ['PERSON'],
  })
})

test('a number is asked as it was typed, its country in capitals', () => {
  const plate = { ...empty, scheme: 'PLATE' as const, value: ' zz08 tst ', country: 'gb' }
  expect(searchInput(plate)).toEqual({ identifier: { scheme: 'PLATE', value: 'zz08 tst', country: 'GB' } })
  expect(searchInput({ ...plate, country: '' })).toEqual({
    identifier: { scheme: 'PLATE', value: 'zz08 tst', country: null },
  })
})

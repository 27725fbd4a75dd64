import { expect, test } from 'vitest'
import { marksOf, together } from './marks'

const marking = (classification: string, compartments: string[] = [], handling: string[] = []) => ({
  marking: { classification, compartments, handling },
})

test('an answer is marked with the strictest of what is in it', () => {
  const answer = {
    search: [
      { label: 'a', ...marking('OFFICIAL', [], ['P']) },
      { label: 'b', ...marking('OFFICIAL_SENSITIVE', ['CHILD'], ['H1']) },
    ],
  }
  const marks = marksOf(answer)
  expect(marks?.classification).toBe('OFFICIAL_SENSITIVE')
  expect([...(marks?.compartments ?? [])]).toEqual(['CHILD'])
  expect([...(marks?.handling ?? [])]).toEqual(['P', 'H1'])
})

test('only an answer that says OFFICIAL of everything is OFFICIAL', () => {
  expect(marksOf([{ label: 'a', ...marking('OFFICIAL') }])?.classification).toBe('OFFICIAL')
  expect(marksOf([{ label: 'a', ...marking('OFFICIAL') }, { label: 'b' }])?.classification).toBe(
    'OFFICIAL_SENSITIVE',
  )
})

test('an answer without elements says nothing', () => {
  expect(marksOf({ me: { roles: ['ANALYST'] } })).toBeNull()
})

test('answers of one page are taken together', () => {
  const both = together(marksOf(marking('OFFICIAL', ['CHILD'])), marksOf(marking('OFFICIAL', [], ['H2'])))
  expect([both?.classification, [...(both?.compartments ?? [])], [...(both?.handling ?? [])]]).toEqual([
    'OFFICIAL',
    ['CHILD'],
    ['H2'],
  ])
})

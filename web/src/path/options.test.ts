import { expect, test } from 'vitest'
import { nothing, withGraph } from '../canvas/contents'
import { fold } from '../canvas/fold'
import { anyPath, connectInput, pathsInput } from './options'

const owner = { id: 'o', name: 'Northshire Police', country: 'GB' }
const record = (id: string) => ({ id, kind: 'PERSON' as const, label: id, owner })
const same = { id: 's', kind: 'SAME_AS' as const, fromId: 'b', toId: 'b2' }
const folded = fold(withGraph(nothing, { records: ['a', 'b', 'b2', 'c'].map(record), links: [same] }), true)
const marked = new Set(['a', 'b'])

test('marked things are avoided with all their records, and the ends never', () => {
  const choice = { ...anyPath, marked: 'AVOID' as const }
  expect(pathsInput(choice, folded, marked, ['a', 'c']).within?.avoid).toEqual(['b', 'b2'])
  expect(pathsInput(choice, folded, marked, ['a', 'b2']).within?.avoid).toBeNull()
  expect(pathsInput(anyPath, folded, marked, ['a', 'c']).within?.avoid).toBeNull()
})

test('a path leads through what is marked, each thing once, but for several at once', () => {
  const choice = { ...anyPath, marked: 'THROUGH' as const }
  expect(pathsInput(choice, folded, marked, ['a', 'c'])).toMatchObject({ through: ['b'], anyOrder: true })
  const several = { ...choice, wanted: 'K_SHORTEST' as const }
  expect(pathsInput(several, folded, marked, ['a', 'c'])).toMatchObject({
    mode: 'K_SHORTEST',
    through: null,
    first: 5,
  })
})

test('what is not chosen does not narrow', () => {
  expect(pathsInput(anyPath, folded, new Set(), ['a', 'c'])).toEqual({
    mode: 'FEWEST_HOPS',
    from: ['a'],
    to: ['c'],
    through: null,
    anyOrder: false,
    first: 5,
    within: {
      directed: false,
      linkKinds: null,
      avoid: null,
      onlyThroughKinds: null,
      avoidKinds: null,
      at: null,
      leastGrading: null,
    },
  })
})

test('a day, a least grading and kinds to lead through are asked for', () => {
  const choice = {
    ...anyPath,
    day: '2009-03-01',
    least: ' 2B ',
    kindRule: 'ONLY' as const,
    through: ['PERSON' as const],
  }
  expect(pathsInput(choice, folded, new Set(), ['a', 'c']).within).toMatchObject({
    at: '2009-03-01T12:00:00Z',
    leastGrading: { scheme: 'UK_3X5X2', value: '2B' },
    onlyThroughKinds: ['PERSON'],
    avoidKinds: null,
  })
})

test('what joins things is asked within the same limits, without a direction', () => {
  const choice = { ...anyPath, wanted: 'STRONGEST' as const, directed: true, kinds: ['CALLED' as const] }
  const input = connectInput(choice, ['a', 'c'])
  expect(input).toMatchObject({ records: ['a', 'c'], measure: 'STRENGTH', within: { linkKinds: ['CALLED'] } })
  expect(input.within).not.toHaveProperty('directed')
})

import { expect, test } from 'vitest'
import { nothing, withGraph } from '../canvas/contents'
import { fold } from '../canvas/fold'
import { anyPath, pathOptions } from './options'

const owner = { id: 'o', name: 'Northshire Police', country: 'GB' }
const record = (id: string) => ({ id, kind: 'PERSON' as const, label: id, owner })
const same = { id: 's', kind: 'SAME_AS' as const, fromId: 'b', toId: 'b2' }
const folded = fold(withGraph(nothing, { records: ['a', 'b', 'b2', 'c'].map(record), links: [same] }), true)
const marked = new Set(['a', 'b'])

test('marked things are avoided with all their records, and the ends never', () => {
  const choice = { ...anyPath, avoidMarked: true }
  expect(pathOptions(choice, folded, marked, ['a', 'c']).avoid).toEqual(['b', 'b2'])
  expect(pathOptions(choice, folded, marked, ['a', 'b2']).avoid).toBeNull()
  expect(pathOptions(anyPath, folded, marked, ['a', 'c']).avoid).toBeNull()
})

test('what is not chosen does not narrow', () => {
  expect(pathOptions(anyPath, folded, new Set(), ['a', 'c'])).toEqual({
    directed: false,
    linkKinds: null,
    avoid: null,
    at: null,
    leastGrading: null,
  })
})

test('a day and a least grading are asked for', () => {
  const options = pathOptions({ ...anyPath, day: '2009-03-01', least: ' 2B ' }, folded, new Set(), [])
  expect(options.at).toBe('2009-03-01T12:00:00Z')
  expect(options.leastGrading).toEqual({ scheme: 'UK_3X5X2', value: '2B' })
})

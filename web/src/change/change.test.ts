import { expect, test } from 'vitest'
import { nothing, withGraph } from '../canvas/contents'
import { fold } from '../canvas/fold'
import { fatesOf, ofFate } from './change'

const owner = { id: 'o', name: 'Northshire Police', country: 'GB' }
const record = (id: string) => ({ id, kind: 'PERSON' as const, label: id, owner })
const link = (fromId: string, toId: string) => ({
  id: `${fromId}${toId}`,
  kind: 'ASSOCIATE' as const,
  fromId,
  toId,
})
const folded = fold(
  withGraph(nothing, {
    records: ['a', 'b', 'c', 'd'].map(record),
    links: [link('a', 'b'), link('b', 'c'), link('c', 'd')],
  }),
  true,
)

test('what began, ended and stayed is told apart, both ends of a span included', () => {
  const spans = new Map([
    ['ab', { from: '2009-01-01', until: '2009-06-30' }],
    ['bc', { from: '2009-07-01', until: null }],
    ['d', { from: '2011-01-01', until: null }],
  ])
  const fates = fatesOf(folded, { before: '2009-06-30', after: '2009-07-01', spans })
  expect(ofFate(fates.ties, 'GONE')).toEqual(['a b'])
  expect(ofFate(fates.ties, 'NEW')).toEqual(['b c'])
  expect(ofFate(fates.things, 'STAYED')).toEqual(['a', 'b', 'c'])
  expect(fates.things.get('d')).toBe('NEITHER')
  // A tie without dates of its own is not there before its ends are.
  expect(fates.ties.get('c d')).toBe('NEITHER')
})

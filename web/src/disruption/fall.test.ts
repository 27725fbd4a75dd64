import { expect, test } from 'vitest'
import { nothing, withGraph } from '../canvas/contents'
import { fold } from '../canvas/fold'
import { fallen, pieceColours, victimsIn } from './fall'

const owner = { id: 'o', name: 'Northshire Police', country: 'GB' }
const record = (id: string) => ({ id, kind: 'PERSON' as const, label: id, owner })
const link = (fromId: string, toId: string) => ({
  id: `${fromId}${toId}`,
  kind: 'ASSOCIATE' as const,
  fromId,
  toId,
})
const graph = withGraph(nothing, {
  records: ['a', 'b', 'c', 'd', 'e', 'f'].map(record),
  links: [link('a', 'b'), link('b', 'c'), link('c', 'd'), link('d', 'e'), link('c', 'f')],
})
const folded = fold({ ...graph, roles: new Map([['f', 'VICTIM' as const]]) }, true)

test('the network falls apart step by step, the largest piece first', () => {
  expect(fallen(folded, ['c', 'b'], 0).pieces).toEqual([['a', 'b', 'c', 'd', 'e', 'f']])
  const one = fallen(folded, ['c', 'b'], 1)
  expect(one.removed).toEqual(new Set(['c']))
  expect(one.pieces).toEqual([['a', 'b'], ['d', 'e'], ['f']])
  expect(fallen(folded, ['c', 'b'], 2).pieces).toEqual([['d', 'e'], ['a'], ['f']])
})

test('a target that is not on the canvas takes nothing away', () => {
  expect(fallen(folded, ['z'], 1).pieces).toHaveLength(1)
})

test('victims of a piece are named, and a thing alone has no colour', () => {
  const one = fallen(folded, ['c'], 1)
  expect(victimsIn(folded, one.pieces.flat())).toEqual(['f'])
  const colours = pieceColours(one)
  expect(colours.get('a')).toBe(colours.get('b'))
  expect(colours.get('a')).not.toBe(colours.get('d'))
  expect(colours.has('f')).toBe(false)
})

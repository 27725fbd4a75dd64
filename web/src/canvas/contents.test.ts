import { expect, test } from 'vitest'
import type { CanvasLinkFragment, CanvasRecordFragment } from '../gql/graphql'
import { nothing, withExpansion, withGraph, withoutExpansion, withPins } from './contents'

const record = (id: string): CanvasRecordFragment => ({
  id,
  kind: 'PERSON',
  label: id,
  owner: { id: 'o', name: 'Northshire Police', country: 'GB' },
})
const link = (fromId: string, toId: string): CanvasLinkFragment => ({
  id: `${fromId}${toId}`,
  kind: 'ASSOCIATE',
  fromId,
  toId,
})
const one = withGraph(nothing, { records: [record('a')], links: [] })
const around = (id: string, ...others: string[]) => ({
  records: [id, ...others].map(record),
  links: others.map((other) => link(id, other)),
})

test('one expansion folds away, and the other stays', () => {
  const first = withExpansion(one, ['a'], around('a', 'b', 'c'))
  const both = withExpansion(first, ['b'], around('b', 'a', 'd'))
  const [toB, toD] = both.expansions
  if (!toB || !toD) throw new Error('two expansions')
  expect([...withoutExpansion(both, toD).records.keys()]).toEqual(['a', 'b', 'c'])
  const withoutFirst = withoutExpansion(both, toB)
  expect([...withoutFirst.records.keys()]).toEqual(['a', 'b', 'd'])
  expect([...withoutFirst.links.keys()].sort()).toEqual(['ab', 'ba', 'bd'])
  expect(withoutFirst.expansions).toEqual([toD])
})

test('an expansion that brings nothing is none', () => {
  const first = withExpansion(one, ['a'], around('a', 'b'))
  expect(withExpansion(first, ['a'], around('a', 'b'))).toBe(first)
})

test('a pin holds a place until it is let go', () => {
  const pinned = withPins(one, new Map([['a', { x: 1, y: 2 }]]))
  expect(pinned.pins.get('a')).toEqual({ x: 1, y: 2 })
  expect(withPins(pinned, new Map([['a', null]])).pins.size).toBe(0)
})

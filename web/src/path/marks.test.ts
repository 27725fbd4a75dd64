import { expect, test } from 'vitest'
import type { Joined, Path } from '../canvas/CanvasStore'
import { nothing, withGraph } from '../canvas/contents'
import { fold } from '../canvas/fold'
import { joinedMarks, pathMarks } from './marks'

const owner = { id: 'o', name: 'Northshire Police', country: 'GB' }
const record = (id: string) => ({ id, kind: 'PERSON' as const, label: id, owner })
const link = (id: string, fromId: string, toId: string, value: string | null) => ({
  id,
  kind: 'ASSOCIATE' as const,
  fromId,
  toId,
  source: 'invented',
  owner,
  grading: value === null ? null : { scheme: 'UK_3X5X2' as const, value },
})
const entity = (id: string) => ({
  id,
  kind: 'PERSON' as const,
  label: id,
  records: [record(id)],
  judgements: [],
})
const [ab, bc] = [link('1', 'a', 'b', '1A'), link('2', 'b', 'c', '2C')]
const folded = fold(withGraph(nothing, { records: ['a', 'b', 'c'].map(record), links: [ab, bc] }), true)
const weakest = { scheme: 'UK_3X5X2' as const, value: '2C' }

test('a path marks its things and ties, and the tie it is weakest at', () => {
  const path: Path = {
    hops: 2,
    classification: 'OFFICIAL',
    compartments: [],
    handling: [],
    weakest,
    entities: ['a', 'b', 'c'].map(entity),
    steps: [ab, bc].map((one) => ({ link: one, parallel: 1, reversed: false })),
  }
  expect(pathMarks(path, folded)).toEqual({
    nodes: new Set(['a', 'b', 'c']),
    edges: new Set(['a b', 'b c']),
    weakest: new Set(['b c']),
  })
  const one = link('1', 'a', 'b', null)
  const ungraded = {
    ...path,
    weakest: null,
    steps: [one, bc].map((l) => ({ link: l, parallel: 1, reversed: false })),
  }
  expect(pathMarks(ungraded, folded).weakest).toEqual(new Set(['a b']))
})

test('what joins things is marked by the ties it names, whatever their order', () => {
  const joined: Joined = {
    bound: 1,
    classification: 'OFFICIAL',
    compartments: [],
    handling: [],
    weakest,
    hubs: [],
    groups: [{ entityIds: ['a', 'c'] }],
    entities: ['c', 'b', 'a'].map(entity),
    links: [
      { fromId: 'b', toId: 'c', parallel: 1, link: bc },
      { fromId: 'a', toId: 'b', parallel: 1, link: ab },
    ],
  }
  expect(joinedMarks(joined, folded)).toEqual({
    nodes: new Set(['a', 'b', 'c']),
    edges: new Set(['a b', 'b c']),
    weakest: new Set(['b c']),
  })
})

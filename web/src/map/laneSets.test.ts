import { expect, test } from 'vitest'
import { nothing, withGraph } from '../canvas/contents'
import { fold } from '../canvas/fold'
import type { LinkKind, RecordKind } from '../gql/graphql'
import type { Dated, Lane } from './dated'
import { kindLanes, thingLanes } from './laneSets'

const owner = { id: 'o', name: 'Northshire Police', country: 'GB' }
const record = (id: string, kind: RecordKind) => ({ id, kind, label: id.toUpperCase(), owner })
const link = (id: string, kind: LinkKind, fromId: string, toId: string) => ({ id, kind, fromId, toId })
const folded = fold(
  withGraph(nothing, {
    records: [...['a', 'b', 'c'].map((id) => record(id, 'PERSON')), record('trip', 'JOURNEY')],
    links: [
      link('1', 'CALLED', 'a', 'b'),
      link('2', 'CALLED', 'b', 'c'),
      link('on', 'TRAVELLED_ON', 'c', 'trip'),
    ],
  }),
  true,
)
const one = (id: string, lane: Lane, ...ends: [string] | [string, string]): Dated => ({
  id,
  lane,
  ends,
  tie: null,
  begin: 0,
  end: 1,
  open: null,
  said: { from: null, until: null },
  money: null,
})
const dated = [one('1', 'CALLED', 'a', 'b'), one('2', 'CALLED', 'b', 'c'), one('trip', 'JOURNEY', 'trip')]
const none = new Set<string>()

test('a link is in the lanes of both its ends, and a journey in those of who was on it', () => {
  const { keys, of } = thingLanes(folded, dated, none)
  expect(keys).toEqual(['b', 'c', 'a', 'trip'])
  expect(dated.map(of)).toEqual([
    ['a', 'b'],
    ['b', 'c'],
    ['trip', 'c'],
  ])
})

test('what is chosen has a lane each and nothing else has, though it has no date', () => {
  const lone = thingLanes(folded, dated.slice(1), new Set(['a', 'c', 'gone']))
  expect([lone.keys, lone.chosen, lone.left]).toEqual([['c', 'a'], true, 0])
  expect(dated.map(lone.of)).toEqual([['a'], ['c'], ['c']])
})

test('what is looked for on the canvas alone has lanes then', () => {
  expect(thingLanes(folded, dated, none, new Set(['a', 'trip'])).keys).toEqual(['a', 'trip'])
})

test('how many have no lane is told', () => {
  const many = Array.from({ length: 130 }, (_, i) => `p${String(i).padStart(3, '0')}`)
  const crowd = fold(withGraph(nothing, { records: many.map((id) => record(id, 'PERSON')), links: [] }), true)
  const roles = many.map((id) => one(id, 'ROLE', id))
  const first = thingLanes(crowd, roles, none)
  expect([first.keys.length, first.keys[0], first.left, first.chosen]).toEqual([20, 'p000', 110, false])
  const chosen = thingLanes(crowd, roles, new Set(many))
  expect([chosen.keys.length, chosen.left, chosen.chosen]).toEqual([100, 30, true])
})

test('something twice at one thing is in its lane once', () => {
  expect(thingLanes(folded, [one('1', 'CALLED', 'a', 'a')], none).of(one('1', 'CALLED', 'a', 'a'))).toEqual([
    'a',
  ])
})

test('by kind there is one lane for each', () => {
  expect(dated.map(kindLanes.of)).toEqual([['CALLED'], ['CALLED'], ['JOURNEY']])
})

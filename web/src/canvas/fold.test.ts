import { expect, test } from 'vitest'
import type { CanvasLinkFragment, CanvasRecordFragment, LinkKind } from '../gql/graphql'
import { type Contents, nothing, withGraph, withoutRecords } from './contents'
import { fold } from './fold'
import { kindsOf } from './thing'

const uk = { id: 'o1', name: 'Northshire Police', country: 'GB' }
const ro = { id: 'o2', name: 'Poliția Valea Test', country: 'RO' }
const record = (id: string, owner = uk): CanvasRecordFragment => ({
  id,
  kind: 'PERSON',
  label: id.toUpperCase(),
  owner,
})
const link = (id: string, kind: LinkKind, fromId: string, toId: string): CanvasLinkFragment => ({
  id,
  kind,
  fromId,
  toId,
})

const contents: Contents = withGraph(nothing, {
  records: [record('c'), record('a'), record('b', ro), record('d')],
  links: [
    link('1', 'SAME_AS', 'b', 'a'),
    link('2', 'ASSOCIATE', 'a', 'd'),
    link('3', 'TRANSFERRED', 'd', 'b'),
    link('4', 'TRANSFERRED', 'a', 'd'),
    link('5', 'CALLED', 'c', 'elsewhere'),
  ],
})

test('a link whose end is not there is left out', () => {
  expect([...contents.links.keys()]).toEqual(['1', '2', '3', '4'])
})

test('records judged to be one are one thing, named by the smallest id', () => {
  const { things, thingOf } = fold(contents, true)
  expect([...things.keys()].sort()).toEqual(['a', 'c', 'd'])
  expect(things.get('a')).toEqual({
    role: null,
    group: null,
    id: 'a',
    kind: 'PERSON',
    label: 'A',
    records: ['a', 'b'],
    owners: [uk, ro],
  })
  expect(thingOf.get('b')).toBe('a')
})

test('parallel links of all records of two things are one tie', () => {
  const { ties, tiesOf } = fold(contents, true)
  expect([...ties.keys()]).toEqual(['a d'])
  const tie = ties.get('a d')
  expect(tie?.links.map((l) => l.id)).toEqual(['2', '3', '4'])
  expect(tie?.bothWays).toBe(true)
  expect(tie && kindsOf(tie)).toEqual(['ASSOCIATE', 'TRANSFERRED'])
  expect(tiesOf.get('d')).toEqual([tie])
})

test('without joining every record is a thing and SAME_AS is a tie', () => {
  const { things, ties } = fold(contents, false)
  expect(things.size).toBe(4)
  expect([...ties.keys()]).toEqual(['a b', 'a d', 'b d'])
})

test('a long chain of judgements is one thing, in whatever order it comes', () => {
  const ids = Array.from({ length: 50 }, (_, i) => `r${String(i).padStart(2, '0')}`)
  const links = ids.slice(1).map((id, i) => link(`l${i}`, 'SAME_AS', id, ids[i] ?? ''))
  const chain = withGraph(nothing, { records: ids.map((id) => record(id)), links: links.reverse() })
  expect([...fold(chain, true).things.keys()]).toEqual(['r00'])
})

test('what is taken off goes with its links', () => {
  const left = withoutRecords(contents, ['d'])
  expect([...left.records.keys()]).toEqual(['c', 'a', 'b'])
  expect([...left.links.keys()]).toEqual(['1'])
})

test('bringing what is there already changes nothing', () => {
  expect(withGraph(contents, { records: [record('a')], links: [] })).toBe(contents)
})

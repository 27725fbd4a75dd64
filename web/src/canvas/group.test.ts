import { expect, test } from 'vitest'
import type { CanvasLinkFragment, CanvasRecordFragment, RecordKind } from '../gql/graphql'
import { type Contents, nothing, withGraph } from './contents'
import { fold } from './fold'
import { type GroupNaming, hubLeaves, noGrouping } from './grouping'

const owners = {
  n: { id: 'n', name: 'Northshire Police', country: 'GB' },
  v: { id: 'v', name: 'Poliția Valea Test', country: 'RO' },
}
const record = (id: string, owner: 'n' | 'v' = 'n', kind: RecordKind = 'PERSON'): CanvasRecordFragment => ({
  id,
  kind,
  label: id,
  owner: owners[owner],
})
const link = (fromId: string, toId: string): CanvasLinkFragment => ({
  id: `${fromId}${toId}`,
  kind: 'ASSOCIATE',
  fromId,
  toId,
})
const naming: GroupNaming = (by, value, n) => `${by} ${value} ${n}`
const four = withGraph(nothing, {
  records: [record('a'), record('b'), record('c', 'v'), record('d', 'v')],
  links: [link('a', 'b'), link('c', 'a'), link('b', 'c'), link('c', 'd')],
})
const by = (contents: Contents, patch: Partial<Contents['grouping']>) =>
  fold({ ...contents, grouping: { ...noGrouping, ...patch } }, true, naming)

test('things of one organisation become one, and ties between two groups become one', () => {
  const folded = by(four, { by: 'OWNER' })
  expect([...folded.things.values()].map((t) => [t.id, t.label, t.records])).toEqual([
    ['a', 'OWNER Northshire Police 2', ['a', 'b']],
    ['c', 'OWNER Poliția Valea Test 2', ['c', 'd']],
  ])
  expect([...folded.ties.values()].map((t) => [t.id, t.links.map((l) => l.id), t.bothWays])).toEqual([
    ['a c', ['ca', 'bc'], true],
  ])
  expect(folded.thingOf.get('b')).toBe('a')
})

test('an open group is shown thing by thing', () => {
  const folded = by(four, { by: 'COUNTRY', opened: new Set(['COUNTRY:GB']) })
  expect([...folded.things.keys()]).toEqual(['a', 'b', 'c'])
})

test('communities fold, and what is in none stays as it is', () => {
  const communityOf = new Map([
    ['a', 0],
    ['d', 0],
    ['b', 1],
  ])
  const folded = by(four, { by: 'COMMUNITY', communityOf })
  expect([...folded.things.values()].map((t) => t.label)).toEqual(['COMMUNITY 1 2', 'b', 'c'])
})

test('things whose records say the same become one, and those that say nothing stay', () => {
  const saidOf = new Map([
    ['a', 'RO'],
    ['c', 'RO'],
    ['b', 'GB'],
  ])
  const folded = by(four, { by: 'ATTRIBUTE', saidOf })
  expect([...folded.things.values()].map((t) => t.label)).toEqual(['ATTRIBUTE RO 2', 'b', 'd'])
})

test('a hub shows a count of what hangs on it alone, by kind, from the threshold on', () => {
  const star = (n: number) => {
    const leaves = Array.from({ length: n }, (_, i) => record(`l${i}`, 'n', 'PHONE'))
    const links = leaves.map((leaf) => link('hub', leaf.id))
    return withGraph(nothing, {
      records: [record('hub'), record('p'), ...leaves],
      links: [...links, link('hub', 'p')],
    })
  }
  const shown = (n: number, leaves: boolean) =>
    [...by(star(n), { leaves }).things.values()].map((t) => t.label)
  expect(shown(hubLeaves, true)).toEqual(['hub', 'p', `LEAVES PHONE ${hubLeaves}`])
  expect(shown(hubLeaves, false)).toHaveLength(hubLeaves + 2)
  expect(shown(hubLeaves - 1, true)).toHaveLength(hubLeaves + 1)
})

test('a hidden kind is gone with its ties, and a join over it is not made', () => {
  const contents = withGraph(four, { records: [record('x', 'n', 'PHONE')], links: [link('a', 'x')] })
  const folded = fold({ ...contents, hidden: new Set(['PHONE'] as const) }, true)
  expect([...folded.things.keys()]).toEqual(['a', 'b', 'c', 'd'])
  expect(folded.ties.has('a x')).toBe(false)
})

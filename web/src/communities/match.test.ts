import { expect, test } from 'vitest'
import { nothing, withGraph } from '../canvas/contents'
import { fold } from '../canvas/fold'
import { communityColours, communityPalette, match } from './match'

const community = (id: string, memberIds: string[]) => ({
  id,
  size: memberIds.length,
  memberIds,
  kinds: [],
  members: [],
})
const answer = {
  modularity: 0.5,
  entities: 3,
  totalCount: 2,
  communities: [community('a', ['a', 'b']), community('c', ['c'])],
}

test('a record is in the community of its entity', () => {
  const found = match(answer, ['a', 'z', 'c', 'x'], new Map([['z', 'b']]))
  expect([...found]).toEqual([
    ['a', 0],
    ['z', 0],
    ['c', 1],
  ])
})

test('a thing has the colour of its community, and none outside the listed ones', () => {
  const owner = { id: 'o', name: 'Northshire Police', country: 'GB' }
  const records = ['a', 'c', 'x'].map((id) => ({ id, kind: 'PERSON' as const, label: id, owner }))
  const contents = withGraph(nothing, { records, links: [] })
  const communityOf = match(answer, ['a', 'c', 'x'], new Map())
  expect([
    ...communityColours({ answer, resolution: 1, contents, communityOf }, fold(contents, true)),
  ]).toEqual([
    ['a', communityPalette[0]],
    ['c', communityPalette[1]],
  ])
})

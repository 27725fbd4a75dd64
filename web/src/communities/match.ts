import type { Contents } from '../canvas/contents'
import type { Folded } from '../canvas/thing'
import type { CommunitiesQuery } from '../gql/graphql'

type Answer = CommunitiesQuery['communities']

/** Communities of what was on the canvas, with which records of the canvas are in which. */
export interface Found {
  answer: Answer
  /** How finely it was divided. */
  resolution: number
  /** Place of its community in the answer, by record; those of none listed are absent. */
  communityOf: ReadonlyMap<string, number>
  /** What was divided; another canvas since makes the colours stale. */
  contents: Contents
}

/** The colours of the largest communities, apart from each other and from both grounds. */
export const communityPalette: readonly string[] = [
  '#1f6fb2',
  '#c2571a',
  '#2f8a4a',
  '#a03a86',
  '#8a6a12',
  '#0f7f8a',
  '#b3362b',
  '#6a4fa3',
  '#4f7d1c',
  '#b0416a',
  '#3b53b5',
  '#7a5a44',
]

/** Which community each record is in: `entityOf` names the entity of a record where it is not the record itself. */
export function match(
  answer: Answer,
  records: Iterable<string>,
  entityOf: ReadonlyMap<string, string>,
): Map<string, number> {
  const place = new Map<string, number>()
  answer.communities.forEach((community, i) => {
    for (const id of community.memberIds) place.set(id, i)
  })
  const communityOf = new Map<string, number>()
  for (const record of records) {
    const at = place.get(entityOf.get(record) ?? record)
    if (at !== undefined) communityOf.set(record, at)
  }
  return communityOf
}

/** The colour of each node; nodes of smaller communities have none. */
export function communityColours(found: Found, folded: Folded): Map<string, string> {
  const colours = new Map<string, string>()
  for (const thing of folded.things.values()) {
    const at = thing.records
      .map((record) => found.communityOf.get(record))
      .find((place) => place !== undefined)
    const colour = at === undefined ? undefined : communityPalette[at]
    if (colour !== undefined) colours.set(thing.id, colour)
  }
  return colours
}

/** Whether the same records and links lie there, however they are shown. */
export function sameThings(a: Contents, b: Contents): boolean {
  return a.records === b.records && a.links === b.links
}

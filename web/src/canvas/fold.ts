import type { InvolvementRole } from '../gql/graphql'
import type { Contents } from './contents'
import { grouped } from './group'
import type { GroupNaming } from './grouping'
import { IdTable } from './idTable'
import type { Folded, Thing, Tie } from './thing'
import { tieId, tiesByEnd } from './thing'

const byValue: GroupNaming = (_, value) => value

/**
 * Joins records over the SAME_AS links there (where `joinSame`), parallel links
 * into one tie, and things into groups. Hidden kinds are left out.
 */
export function fold(contents: Contents, joinSame: boolean, naming: GroupNaming = byValue): Folded {
  const shown = shownOf(contents)
  const thingOf = joined(shown, joinSame)
  const things = thingsOf(shown, thingOf)
  const ties = tiesBetween(shown, thingOf, joinSame)
  return grouped({ things, ties, tiesOf: tiesByEnd(ties), thingOf }, contents.grouping, naming)
}

/** The contents without the kinds that are hidden. */
function shownOf(contents: Contents): Contents {
  const { hidden } = contents
  if (hidden.size === 0) return contents
  const records = new Map([...contents.records].filter(([, record]) => !hidden.has(record.kind)))
  return { ...contents, records }
}

/** Union-find whose root is always the smallest id. */
function joined(contents: Contents, joinSame: boolean): Map<string, string> {
  const parent = new Map<string, string>()
  for (const id of contents.records.keys()) parent.set(id, id)
  const root = (id: string): string => {
    let at = id
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    parent.set(id, at)
    return at
  }
  if (joinSame) {
    for (const link of contents.links.values()) {
      if (link.kind !== 'SAME_AS' || !parent.has(link.fromId) || !parent.has(link.toId)) continue
      const [a, b] = [root(link.fromId), root(link.toId)]
      if (a < b) parent.set(b, a)
      else parent.set(a, b)
    }
  }
  for (const id of parent.keys()) root(id)
  return parent
}

function thingsOf(contents: Contents, thingOf: Map<string, string>): Map<string, Thing> {
  const things = new Map<string, Thing>()
  for (const record of contents.records.values()) {
    const id = thingOf.get(record.id) ?? record.id
    const thing = things.get(id)
    if (!thing) {
      things.set(id, {
        id,
        kind: record.kind,
        label: record.label,
        records: [record.id],
        owners: [record.owner],
        role: contents.roles.get(record.id) ?? null,
        group: null,
      })
      continue
    }
    thing.records.push(record.id)
    thing.role = graver(thing.role, contents.roles.get(record.id) ?? null)
    if (record.id === id) thing.label = record.label
    if (!thing.owners.some((o) => o.id === record.owner.id)) thing.owners.push(record.owner)
  }
  return things
}

function tiesBetween(contents: Contents, thingOf: Map<string, string>, joinSame: boolean): IdTable<Tie> {
  const ties = new IdTable<Tie>()
  for (const link of contents.links.values()) {
    const from = thingOf.get(link.fromId)
    const to = thingOf.get(link.toId)
    if (from === undefined || to === undefined || from === to) continue
    if (joinSame && link.kind === 'SAME_AS') continue
    const id = tieId(from, to)
    const tie = ties.get(id)
    if (!tie) {
      ties.set(id, { id, from, to, links: [link], bothWays: false })
      continue
    }
    tie.links.push(link)
    if (tie.from !== from) tie.bothWays = true
  }
  return ties
}

const byCare: readonly InvolvementRole[] = ['VICTIM', 'SUSPECT', 'WITNESS', 'ASSOCIATE']

/** Of two roles the one that asks for more care: a victim first. */
export function graver(a: InvolvementRole | null, b: InvolvementRole | null): InvolvementRole | null {
  return byCare.find((role) => role === a || role === b) ?? null
}

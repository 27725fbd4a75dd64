import type { RecordKind } from '../gql/graphql'
import { type GroupBy, type Grouping, type GroupNaming, hubLeaves } from './grouping'
import { IdTable } from './idTable'
import type { Folded, Thing, Tie } from './thing'
import { tieId, tiesByEnd } from './thing'

interface Membership {
  key: string
  by: GroupBy
  value: string
}

/** Takes things together. Groups of one, and those that are open, stay as they were. */
export function grouped(folded: Folded, grouping: Grouping, naming: GroupNaming): Folded {
  const { by } = grouping
  const whole = by
    ? gathered(folded, (thing) => byValue(by, groupValue(thing, by, grouping)), grouping, naming, 2)
    : folded
  return grouping.leaves ? gathered(whole, leafOf(whole), grouping, naming, hubLeaves) : whole
}

function byValue(by: GroupBy, value: string | null): Membership | null {
  return value === null ? null : { key: `${by}:${value}`, by, value }
}

function groupValue(thing: Thing, by: GroupBy, { communityOf, saidOf }: Grouping): string | null {
  switch (by) {
    case 'KIND':
      return thing.kind
    case 'ROLE':
      return thing.role
    case 'OWNER':
      return thing.owners.length === 1 ? (thing.owners[0]?.name ?? null) : null
    case 'COUNTRY':
      return thing.owners.length === 1 ? (thing.owners[0]?.country ?? null) : null
    case 'ATTRIBUTE':
      return thing.records.map((id) => saidOf.get(id)).find((value) => value !== undefined) ?? null
    default: {
      const at = thing.records.map((id) => communityOf.get(id)).find((place) => place !== undefined)
      return at === undefined ? null : String(at + 1)
    }
  }
}

/** The groups that a thing could be shown in, by what things are taken together now. */
export function groupKeys(folded: Folded, thing: Thing, grouping: Grouping): string[] {
  const { by } = grouping
  const value = by && byValue(by, groupValue(thing, by, grouping))
  return [value, leafOf(folded)(thing)].filter((one) => one !== null).map(({ key }) => key)
}

/** Things with one tie, by their hub and kind. A hub is what has more ties than a leaf. */
function leafOf(folded: Folded): (thing: Thing) => Membership | null {
  return (thing) => {
    const ties = folded.tiesOf.get(thing.id) ?? []
    const [tie] = ties
    if (!tie || ties.length > 1 || thing.group) return null
    const hub = tie.from === thing.id ? tie.to : tie.from
    return { key: `LEAVES:${hub}:${thing.kind}`, by: 'LEAVES', value: thing.kind }
  }
}

function gathered(
  folded: Folded,
  memberOf: (thing: Thing) => Membership | null,
  grouping: Grouping,
  naming: GroupNaming,
  least: number,
): Folded {
  const members = new Map<string, { membership: Membership; things: Thing[] }>()
  for (const thing of folded.things.values()) {
    const membership = memberOf(thing)
    if (!membership || grouping.opened.has(membership.key)) continue
    const group = members.get(membership.key)
    if (group) group.things.push(thing)
    else members.set(membership.key, { membership, things: [thing] })
  }
  const into = new Map<string, Thing>()
  for (const { membership, things } of members.values()) {
    if (things.length < least) continue
    const group = groupOf(membership, things, naming)
    for (const thing of things) into.set(thing.id, group)
  }
  return into.size === 0 ? folded : merged(folded, into)
}

function groupOf({ key, by, value }: Membership, things: Thing[], naming: GroupNaming): Thing {
  const records = things.flatMap((thing) => thing.records)
  const [id = ''] = [...records].sort()
  return {
    id,
    kind: mostOf(things),
    label: naming(by, value, things.length),
    records,
    owners: [...new Map(things.flatMap((t) => t.owners).map((owner) => [owner.id, owner])).values()],
    role: null,
    group: { key, things },
  }
}

function mostOf(things: Thing[]): RecordKind {
  const counts = new Map<RecordKind, number>()
  for (const { kind } of things) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return most?.[0] ?? 'PERSON'
}

/** The same graph with each thing in `into` replaced by its group, and their ties by one each. */
function merged(folded: Folded, into: ReadonlyMap<string, Thing>): Folded {
  const things = new Map<string, Thing>()
  for (const thing of folded.things.values()) {
    const shown = into.get(thing.id) ?? thing
    things.set(shown.id, shown)
  }
  const idOf = (id: string) => into.get(id)?.id ?? id
  const ties = new IdTable<Tie>()
  for (const tie of folded.ties.values()) {
    const [from, to] = [idOf(tie.from), idOf(tie.to)]
    if (from === to) continue
    const id = tieId(from, to)
    const known = ties.get(id)
    if (!known) ties.set(id, { ...tie, id, from, to, links: [...tie.links] })
    else {
      for (const link of tie.links) known.links.push(link)
      known.bothWays ||= tie.bothWays || known.from !== from
    }
  }
  const thingOf = new Map([...folded.thingOf].map(([record, id]) => [record, idOf(id)]))
  return { things, ties, tiesOf: tiesByEnd(ties), thingOf }
}

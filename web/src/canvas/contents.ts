import type {
  CanvasGraphFragment,
  CanvasLinkFragment,
  CanvasRecordFragment,
  InvolvementRole,
  RecordKind,
} from '../gql/graphql'
import { type Grouping, noGrouping } from './grouping'
import { IdTable } from './idTable'
import type { Point } from './place'

/** What one expansion brought, so that it alone can be folded away again. */
export interface Expansion {
  /** The records it began at. */
  from: readonly string[]
  records: readonly string[]
  links: readonly string[]
}

/** What lies on the canvas and how it is shown. Never changed in place, so that undo is cheap. */
export interface Contents {
  records: ReadonlyMap<string, CanvasRecordFragment>
  links: ReadonlyMap<string, CanvasLinkFragment>
  /** The role that the opened operations give a person, by record. */
  roles: ReadonlyMap<string, InvolvementRole>
  /** Kinds that are there and not shown. */
  hidden: ReadonlySet<RecordKind>
  grouping: Grouping
  /** Where things are held fast, by the keys of their places. */
  pins: ReadonlyMap<string, Point>
  expansions: readonly Expansion[]
}

export const nothing: Contents = {
  records: new Map(),
  links: new Map(),
  roles: new Map(),
  hidden: new Set(),
  grouping: noGrouping,
  pins: new Map(),
  expansions: [],
}

/** Adds a graph. Links whose ends are not both there are left out. The same contents come back if nothing is new. */
export function withGraph(contents: Contents, graph: CanvasGraphFragment): Contents {
  const records = new Map(contents.records)
  for (const record of graph.records) records.set(record.id, record)
  const links = new IdTable(contents.links)
  for (const link of graph.links) {
    if (records.has(link.fromId) && records.has(link.toId)) links.set(link.id, link)
  }
  const same = records.size === contents.records.size && links.size === contents.links.size
  return same ? contents : { ...contents, records, links }
}

/** Adds what an expansion found, and remembers that it came with it. */
export function withExpansion(
  contents: Contents,
  from: readonly string[],
  graph: CanvasGraphFragment,
): Contents {
  const after = withGraph(contents, graph)
  if (after === contents) return contents
  const expansion = {
    from,
    records: [...after.records.keys()].filter((id) => !contents.records.has(id)),
    links: [...after.links.keys()].filter((id) => !contents.links.has(id)),
  }
  return { ...after, expansions: [...contents.expansions, expansion] }
}

/** Takes what one expansion brought off again, but for records that were themselves expanded since. */
export function withoutExpansion(contents: Contents, expansion: Expansion): Contents {
  const expansions = contents.expansions.filter((other) => other !== expansion)
  const needed = new Set(expansions.flatMap((other) => other.from))
  const gone = new Set(expansion.links)
  const links = new IdTable([...contents.links].filter(([id]) => !gone.has(id)))
  const left = expansion.records.filter((id) => !needed.has(id))
  // A record that stays, because it was expanded itself, keeps the ties it came with.
  for (const id of expansion.links) {
    const link = contents.links.get(id)
    if (link && (needed.has(link.fromId) || needed.has(link.toId))) links.set(id, link)
  }
  return withoutRecords({ ...contents, links, expansions }, left)
}

/** Takes records off, with their links. */
export function withoutRecords(contents: Contents, ids: Iterable<string>): Contents {
  const gone = new Set(ids)
  const records = new Map(contents.records)
  for (const id of gone) records.delete(id)
  const links = new IdTable<CanvasLinkFragment>()
  for (const link of contents.links.values()) {
    if (!gone.has(link.fromId) && !gone.has(link.toId)) links.set(link.id, link)
  }
  const expansions = contents.expansions.filter(
    (expansion) =>
      expansion.from.some((id) => records.has(id)) && expansion.records.some((id) => records.has(id)),
  )
  return { ...contents, records, links, expansions }
}

/** Holds places fast, or with null lets them go. */
export function withPins(contents: Contents, pins: ReadonlyMap<string, Point | null>): Contents {
  const held = new Map(contents.pins)
  for (const [key, point] of pins) {
    if (point) held.set(key, point)
    else held.delete(key)
  }
  return { ...contents, pins: held }
}

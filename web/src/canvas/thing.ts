import type {
  CanvasLinkFragment,
  InvolvementRole,
  LinkKind,
  OrganisationPartsFragment,
  RecordKind,
} from '../gql/graphql'

/** One node of the canvas: the records there that are judged to be one thing. */
export interface Thing {
  /** The smallest id among its records on the canvas. */
  id: string
  kind: RecordKind
  label: string
  records: string[]
  owners: OrganisationPartsFragment[]
  /** In the opened operations; of several the one that asks for most care. */
  role: InvolvementRole | null
  /** Of a group: its key, and the things it is shown in place of. */
  group: { key: string; things: readonly Thing[] } | null
}

/** One drawn edge: all parallel links between two things, whichever way they run. */
export interface Tie {
  id: string
  from: string
  to: string
  links: CanvasLinkFragment[]
  /** Whether links run both ways. */
  bothWays: boolean
}

/** The canvas as it is drawn. */
export interface Folded {
  things: ReadonlyMap<string, Thing>
  ties: ReadonlyMap<string, Tie>
  /** For each thing its ties. */
  tiesOf: ReadonlyMap<string, readonly Tie[]>
  /** For each record the thing it is part of. */
  thingOf: ReadonlyMap<string, string>
}

/** A canvas with nothing on it. */
export const nothingFolded: Folded = {
  things: new Map(),
  ties: new Map(),
  tiesOf: new Map(),
  thingOf: new Map(),
}

/** The id of the tie between two things, whichever way its links run. */
export function tieId(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

/** The kinds of a tie's links, each once. */
export function kindsOf(tie: Tie): LinkKind[] {
  return [...new Set(tie.links.map((link) => link.kind))]
}

/** What is written along a tie: its kinds, and how many links they are. */
export function tieName(tie: Tie, named: (kind: LinkKind) => string): string {
  const names = kindsOf(tie).map(named).join(', ')
  return tie.links.length > 1 ? `${names} ×${tie.links.length}` : names
}

/** The other end of a tie. */
export function otherEnd(tie: Tie, thing: string): string {
  return tie.from === thing ? tie.to : tie.from
}

/** The ties of each thing. Lists are made as long as they become: one that grows leaves much to be cleared away. */
export function tiesByEnd(ties: ReadonlyMap<string, Tie>): Map<string, Tie[]> {
  const filled = new Map<string, number>()
  for (const { from, to } of ties.values()) {
    filled.set(from, 1 + (filled.get(from) ?? 0))
    filled.set(to, 1 + (filled.get(to) ?? 0))
  }
  const tiesOf = new Map<string, Tie[]>()
  for (const tie of ties.values()) {
    for (const end of [tie.from, tie.to]) {
      const list = tiesOf.get(end) ?? new Array<Tie>(filled.get(end) ?? 0)
      if (!tiesOf.has(end)) {
        tiesOf.set(end, list)
        filled.set(end, 0)
      }
      const at = filled.get(end) ?? 0
      list[at] = tie
      filled.set(end, at + 1)
    }
  }
  return tiesOf
}

/** Under which keys a thing's place is kept: its records', or a group's own. */
export function placeKeys(thing: Thing): readonly string[] {
  return thing.group ? [thing.group.key] : thing.records
}

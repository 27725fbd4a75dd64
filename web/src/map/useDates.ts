import { useCallback, useEffect, useMemo, useState } from 'react'
import { ask } from '../api/ask'
import { asFailure, type Failure } from '../api/failure'
import { useCanvas } from '../canvas/CanvasMemory'
import { subgraphLimit } from '../canvas/load'
import type { Folded } from '../canvas/thing'
import {
  MapDatesDocument,
  MapDatesOfDocument,
  type MapDatesQuery,
  MapRolesDocument,
  type MapRolesQuery,
} from '../gql/graphql'
import type { DatedLink, DatedRole, Dates, Validity } from './dated'

/** The most ids that one question may name, and how many such questions are asked before their answers are drawn. */
const atOnce = 500
const beforeDrawn = 10

type Said = Pick<MapDatesQuery['subgraph'], 'links'> & {
  records: readonly Pick<MapDatesQuery['subgraph']['records'][number], 'id' | 'kind' | 'validity'>[]
}

interface Answer {
  dates: Dates
  /** How many links and events of the canvas have not been asked about yet. */
  left: number
  asking: boolean
  failure: Failure | null
  /** Asks on after a failure. */
  goOn: () => void
}

/** When the links, events and roles of the canvas were. What the hub said is kept while the map is open, and asked once. */
export function useDates(): Answer {
  const { folded, operations } = useCanvas('folded', 'operations')
  const [kept] = useState(() => new KeptDates())
  const [said, setSaid] = useState(() => kept.now())
  const [roles, setRoles] = useState<readonly DatedRole[]>([])
  const [left, setLeft] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    if (failure) return
    const cancel = new AbortController()
    askAll(folded, kept, cancel.signal, (now) => {
      setLeft(now)
      // Of many, what is drawn is drawn anew when there is twice as much, and at the end.
      if (now === 0 || kept.doubled()) setSaid(kept.now())
    }).catch((thrown: unknown) => {
      if (cancel.signal.aborted) return
      setSaid(kept.now())
      setFailure(asFailure(thrown))
    })
    return () => cancel.abort()
  }, [folded, kept, failure])
  useEffect(() => {
    const cancel = new AbortController()
    Promise.all(operations.map((id) => rolesOf(id, cancel.signal))).then(
      (all) => setRoles(all.flat()),
      (thrown: unknown) => {
        if (!cancel.signal.aborted) setFailure(asFailure(thrown))
      },
    )
    return () => cancel.abort()
  }, [operations])
  const goOn = useCallback(() => setFailure(null), [])
  const dates = useMemo(() => ({ ...said, roles }), [said, roles])
  return { dates, left: left ?? 0, asking: left !== 0 && !failure, failure, goOn }
}

/** What the hub has said of dates. The tables grow in place: of 150,000 none is copied for each answer. */
class KeptDates {
  private readonly links = new Map<string, DatedLink>()
  private readonly events = new Map<string, Validity>()
  private told = 0

  has(id: string): boolean {
    return this.links.has(id) || this.events.has(id)
  }

  /** What has gone from sight has no date, and is not asked about again. */
  keep(asked: readonly string[], { links, records }: Said): void {
    for (const id of asked) this.links.set(id, { validity: { from: null, until: null }, details: null })
    for (const link of links) this.links.set(link.id, link)
    for (const { id, validity } of records) this.events.set(id, validity)
  }

  /** Whether there is twice as much as when it was given last. */
  doubled(): boolean {
    return this.links.size >= 2 * this.told
  }

  now(): Pick<Dates, 'links' | 'events'> {
    this.told = this.links.size
    return { links: this.links, events: this.events }
  }
}

/** Asks about all that is not known yet, and tells after each some answers how much is left. */
async function askAll(
  folded: Folded,
  kept: KeptDates,
  signal: AbortSignal,
  told: (left: number) => void,
): Promise<void> {
  const missing = datable(folded).filter((id) => !kept.has(id))
  const records = [...folded.thingOf.keys()]
  const whole = records.length <= subgraphLimit && missing.length > atOnce
  told(missing.length)
  for (let at = 0; at < missing.length; ) {
    const asked = whole ? missing : missing.slice(at, at + atOnce * beforeDrawn)
    const said = await (whole ? among(records, signal) : of(asked, signal))
    signal.throwIfAborted()
    kept.keep(asked, said)
    at += asked.length
    told(missing.length - at)
  }
}

/** The links and events that are shown, which may have a date. */
function datable({ things, ties }: Folded): string[] {
  const ids: string[] = []
  for (const tie of ties.values())
    for (const link of tie.links) if (link.kind !== 'SAME_AS') ids.push(link.id)
  for (const { kind, group, records } of things.values())
    if (kind === 'EXPLOITATION_EVENT' && !group) ids.push(...records)
  return ids
}

async function among(ids: string[], signal: AbortSignal): Promise<Said> {
  const { subgraph } = await ask(MapDatesDocument, { ids }, signal)
  return { ...subgraph, records: subgraph.records.filter(({ kind }) => kind === 'EXPLOITATION_EVENT') }
}

async function of(ids: readonly string[], signal: AbortSignal): Promise<Said> {
  const said: { records: Said['records'][number][]; links: Said['links'] } = { records: [], links: [] }
  for (let i = 0; i < ids.length; i += atOnce) {
    const { nodes } = await ask(MapDatesOfDocument, { ids: ids.slice(i, i + atOnce) }, signal)
    for (const node of nodes) {
      if (node?.__typename === 'Record') said.records.push(node)
      else if (node?.__typename === 'Link') said.links.push(node)
    }
  }
  return said
}

async function rolesOf(id: string, signal: AbortSignal): Promise<DatedRole[]> {
  const roles: DatedRole[] = []
  for (let after: string | null = null; ; ) {
    const answer: MapRolesQuery = await ask(MapRolesDocument, { id, first: atOnce, after }, signal)
    const node: MapRolesQuery['node'] = answer.node
    if (node?.__typename !== 'Operation') return roles
    const { nodes, pageInfo } = node.involvements
    for (const role of nodes) roles.push({ id: role.id, record: role.person.id, validity: role.validity })
    if (!pageInfo.hasNextPage) return roles
    after = pageInfo.endCursor
  }
}

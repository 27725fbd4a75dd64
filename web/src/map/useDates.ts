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
import type { DatedLink, DatedRole, Dates } from './dated'

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
  const { folded, operations } = useCanvas()
  const [links, setLinks] = useState<ReadonlyMap<string, DatedLink>>(new Map())
  const [events, setEvents] = useState<Dates['events']>(new Map())
  const [roles, setRoles] = useState<readonly DatedRole[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)
  const missing = useMemo(
    () => datable(folded).filter((id) => !links.has(id) && !events.has(id)),
    [folded, links, events],
  )
  useEffect(() => {
    if (missing.length === 0 || failure) return
    const cancel = new AbortController()
    const records = [...folded.thingOf.keys()]
    const whole = records.length <= subgraphLimit && missing.length > atOnce
    const asked = whole ? missing : missing.slice(0, atOnce * beforeDrawn)
    const answer = whole ? among(records, cancel.signal) : of(asked, cancel.signal)
    answer.then(
      (said) => {
        // What has gone from sight has no date, and is not asked about again.
        setLinks((before) => withSaid(before, said.links, asked))
        setEvents((before) => new Map([...before, ...said.records.map((r) => [r.id, r.validity] as const)]))
      },
      (thrown: unknown) => {
        if (!cancel.signal.aborted) setFailure(asFailure(thrown))
      },
    )
    return () => cancel.abort()
  }, [missing, failure, folded])
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
  const dates = useMemo(() => ({ links, events, roles }), [links, events, roles])
  const left = missing.length
  return { dates, left, asking: left > 0 && !failure, failure, goOn }
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

function withSaid(
  before: ReadonlyMap<string, DatedLink>,
  said: Said['links'],
  asked: readonly string[],
): ReadonlyMap<string, DatedLink> {
  const after = new Map(before)
  for (const id of asked) after.set(id, { validity: { from: null, until: null }, details: null })
  for (const link of said) after.set(link.id, link)
  return after
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

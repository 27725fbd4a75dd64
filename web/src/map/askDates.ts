import { ask } from '../api/ask'
import { subgraphLimit } from '../canvas/load'
import type { Folded } from '../canvas/thing'
import { MapDatesDocument, MapDatesOfDocument, type MapDatesQuery } from '../gql/graphql'
import type { DatedLink, Dates, Validity } from './dated'

/** The most ids that one question may name, and how many such questions are asked before their answers are drawn. */
const atOnce = 500
const beforeDrawn = 10

type Said = Pick<MapDatesQuery['subgraph'], 'links'> & {
  records: readonly Pick<MapDatesQuery['subgraph']['records'][number], 'id' | 'kind' | 'validity'>[]
}

/** What the hub has said of dates. The tables grow in place: of 150,000 none is copied for each answer. */
export class KeptDates {
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
export async function askAll(
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

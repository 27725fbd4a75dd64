import { type Folded, otherEnd } from '../canvas/thing'
import type { DatedLinkFragment, LinkKind } from '../gql/graphql'
import { Breath } from './breath'
import type { Trip } from './travel'

/** What the timeline has a lane for: kinds of links, journeys, events, and roles in an operation. */
export type Lane = Exclude<LinkKind, 'SAME_AS'> | 'JOURNEY' | 'EVENT' | 'ROLE'

/** All lanes, in the order in which they are shown. */
export const lanes: readonly Lane[] = [
  'JOURNEY',
  'TRANSFERRED',
  'CALLED',
  'EVENT',
  'RECRUITED',
  'TRANSPORTED',
  'ESCORTED',
  'TRAVELLED_ON',
  'HARBOURED',
  'LIVES_AT',
  'EXPLOITED_AT',
  'CONTROLS',
  'HELD_DOCUMENT_OF',
  'ASSOCIATE',
  'FAMILY',
  'MEMBER_OF',
  'ROLE',
  'OWNS',
  'USES',
  'ADVERTISED',
  'FORGED',
]

export type Validity = DatedLinkFragment['validity']
/** What the hub says of when a link was so. */
export type DatedLink = Pick<DatedLinkFragment, 'validity' | 'details'>

/** One thing that somebody was, on the days of a role in an operation. */
export interface DatedRole {
  id: string
  record: string
  validity: Validity
}

/** What the hub has said of dates, by the ids of links and of records of events. */
export interface Dates {
  links: ReadonlyMap<string, DatedLink>
  events: ReadonlyMap<string, Validity>
  roles: readonly DatedRole[]
}

/** Something on the canvas that has a date. Times are milliseconds; a day is one of UTC. */
export interface Dated {
  /** Of the link, the record or the judgement. */
  id: string
  lane: Lane
  /** The things at its ends: one of a journey, an event or a role. */
  ends: readonly [string] | readonly [string, string]
  /** The tie that is drawn for it, where one is. */
  tie: string | null
  /** From when on, and before when: a year that is all that is known is the whole year. */
  begin: number
  end: number
  /** Whether only its beginning, or only its end, is known; `begin` and `end` are those of what is known. */
  open: 'ONWARD' | 'BEFORE' | null
  /** An instant, or the dates as they were given. */
  said: { at: string } | Validity
  /** Of a payment. */
  money: { amount: string; currency: string } | null
}

/** The time that a date covers: a day, a month or a year; null for what is no date. */
export function timeOf(date: string): readonly [number, number] | null {
  const [year, month, day] = date.split('-').map(Number)
  if (year === undefined || !Number.isInteger(year)) return null
  const begin = Date.UTC(year, (month ?? 1) - 1, day ?? 1)
  const end =
    day !== undefined
      ? Date.UTC(year, (month ?? 1) - 1, day + 1)
      : month !== undefined
        ? Date.UTC(year, month, 1)
        : Date.UTC(year + 1, 0, 1)
  return [begin, end]
}

type Time = Pick<Dated, 'begin' | 'end' | 'open' | 'said'>

function duringOf(validity: Validity): Time | null {
  const from = validity.from === null ? null : timeOf(validity.from)
  const until = validity.until === null ? null : timeOf(validity.until)
  if (from && until) return { begin: from[0], end: until[1], open: null, said: validity }
  if (from) return { begin: from[0], end: from[1], open: 'ONWARD', said: validity }
  return until && { begin: until[0], end: until[1], open: 'BEFORE', said: validity }
}

function instantOf(at: string): Time {
  const begin = Date.parse(at)
  return { begin, end: begin + 1, open: null, said: { at } }
}

/** Payments and calls have a moment of their own; every other link is so for a time. */
function timeOfLink({ details, validity }: DatedLink): Time | null {
  if (details?.__typename === 'Transfer') return instantOf(details.at)
  const called = details?.__typename === 'Call' ? details.called : null
  return called === null ? duringOf(validity) : instantOf(called)
}

/**
 * All that has a date among what is shown on the canvas, by when it begins. Found a part at a time, so that the page
 * goes on meanwhile; fails when `signal` says that it is no longer wanted.
 */
export async function datedOf(
  folded: Folded,
  dates: Dates,
  trips: readonly Trip[],
  signal: AbortSignal,
): Promise<Dated[]> {
  const breath = new Breath(signal)
  const runs: Dated[][] = []
  let run: Dated[] = []
  for (const one of eachDated(folded, dates, trips)) {
    if (one) run.push(one)
    if (!breath.due()) continue
    runs.push(run.sort(byTime))
    run = []
    await breath.taken()
  }
  runs.push(run.sort(byTime))
  while (runs.length > 1) {
    const [one = [], other = []] = runs.splice(0, 2)
    runs.push(merged(one, other))
    if (breath.due(one.length + other.length)) await breath.taken()
  }
  await breath.taken()
  return runs[0] ?? []
}

function byTime(a: Dated, b: Dated): number {
  return a.begin - b.begin || a.end - b.end || (a.id < b.id ? -1 : 1)
}

/** Two lists by time as one. */
function merged(one: readonly Dated[], other: readonly Dated[]): Dated[] {
  const all: Dated[] = []
  let [i, j] = [0, 0]
  for (let a = one[0], b = other[0]; a || b; ) {
    if (a && (!b || byTime(a, b) < 0)) {
      all.push(a)
      a = one[++i]
    } else if (b) {
      all.push(b)
      b = other[++j]
    }
  }
  return all
}

/** Each that may have a date, and null for one that has none. */
function* eachDated(folded: Folded, dates: Dates, trips: readonly Trip[]): Generator<Dated | null> {
  yield* linksOf(folded, dates)
  yield* eventsOf(folded, dates)
  yield* rolesOf(folded, dates)
  for (const { id, departs } of trips)
    yield departs === null
      ? null
      : { id, lane: 'JOURNEY', ends: [id], tie: null, money: null, ...instantOf(departs) }
}

function* linksOf({ ties, thingOf }: Folded, { links }: Dates): Generator<Dated | null> {
  for (const tie of ties.values()) {
    for (const { id, kind, fromId, toId } of tie.links) {
      const said = links.get(id)
      const [from, to] = [thingOf.get(fromId), thingOf.get(toId)]
      const time = said && timeOfLink(said)
      const money = said?.details?.__typename === 'Transfer' ? said.details : null
      yield !time || from === undefined || to === undefined || kind === 'SAME_AS'
        ? null
        : { id, lane: kind, ends: [from, to], tie: tie.id, money, ...time }
    }
  }
}

function* eventsOf({ things }: Folded, { events }: Dates): Generator<Dated | null> {
  for (const { id, kind, group, records } of things.values()) {
    const validity =
      kind === 'EXPLOITATION_EVENT' && !group && records.map((r) => events.get(r)).find(Boolean)
    const time = validity ? duringOf(validity) : null
    yield time && { id, lane: 'EVENT', ends: [id], tie: null, money: null, ...time }
  }
}

function* rolesOf({ thingOf }: Folded, { roles }: Dates): Generator<Dated | null> {
  for (const { id, record, validity } of roles) {
    const [thing, time] = [thingOf.get(record), duringOf(validity)]
    yield thing !== undefined && time
      ? { id, lane: 'ROLE', ends: [thing], tie: null, money: null, ...time }
      : null
  }
}

/** The time that is looked at: from the first on, and before the second. */
export type Stretch = readonly [number, number]

/** Whether something is, or may be, in a time. What goes on to no known end is in it by its beginning alone, unless `lasting`. */
export function within({ begin, end, open }: Dated, [from, until]: Stretch, lasting: boolean): boolean {
  const first = lasting && open === 'BEFORE' ? -Infinity : begin
  const last = lasting && open === 'ONWARD' ? Infinity : end
  return first < until && last > from
}

/** The time that all the dated things cover; of what has only one known end only if there is nothing else. */
export function stretchOf(dated: readonly Dated[]): Stretch | null {
  const closed = dated.filter(({ open }) => open === null)
  const known = closed.length > 0 ? closed : dated
  if (known.length === 0) return null
  let [from, until] = [Infinity, -Infinity]
  for (const { begin, end } of known) {
    from = Math.min(from, begin)
    until = Math.max(until, end)
  }
  return [from, until]
}

/** The things at the ends of dated things, and the ties drawn for them. */
export function marksOf(dated: readonly Dated[]): { things: Set<string>; ties: Set<string> } {
  const things = new Set<string>()
  const ties = new Set<string>()
  for (const { ends, tie } of dated) {
    for (const end of ends) things.add(end)
    if (tie !== null) ties.add(tie)
  }
  return { things, ties }
}

/** What of the dated things a thing has to do with: its ties, itself, and with a journey who was on it. */
export function datedBy(folded: Folded, thing: string): (one: Dated) => boolean {
  const tied = new Set((folded.tiesOf.get(thing) ?? []).map((tie) => otherEnd(tie, thing)))
  return ({ lane, ends }) =>
    (ends as readonly string[]).includes(thing) ||
    ((lane === 'JOURNEY' || lane === 'EVENT') && tied.has(ends[0]))
}

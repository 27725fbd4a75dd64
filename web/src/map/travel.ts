import { type Folded, otherEnd } from '../canvas/thing'
import type { MapRecordsQuery, TravelMode } from '../gql/graphql'
import type { Stretch } from './dated'
import { type LonLat, locodePlace } from './locodes'

type MapRecord = Extract<MapRecordsQuery['nodes'][number], { __typename: 'Record' }>
/** What a record says of travel and place. */
export type Told = MapRecord['details']

/** One journey on the canvas. */
export interface Trip {
  /** The thing's on the canvas. */
  id: string
  label: string
  mode: TravelMode
  from: string
  to: string
  departs: string | null
  /** When it began, in milliseconds; null where that is not known. */
  at: number | null
}

/** A place on the canvas that is somewhere. */
export interface Spot {
  id: string
  label: string
  at: LonLat
}

/** All journeys from one place to another. */
export interface Leg {
  key: string
  from: string
  to: string
  line: readonly [LonLat, LonLat]
  trips: readonly Trip[]
}

export interface Travel {
  /** By when they began; those without a time last. */
  trips: readonly Trip[]
  spots: readonly Spot[]
  /** How many places on the canvas say nothing of where they are that is known here. */
  nowhere: number
}

/** The journeys and places among the things of the canvas, from what their records say. */
export function travelOf(folded: Folded, told: ReadonlyMap<string, Told>): Travel {
  const trips: Trip[] = []
  const spots: Spot[] = []
  let nowhere = 0
  for (const { id, label, kind, records, group } of folded.things.values()) {
    if (group) continue
    const details = records.map((record) => told.get(record)).filter((said) => said !== undefined)
    const journey = details.find((said) => said.__typename === 'Journey')
    if (journey) {
      const { mode, departurePort: from, arrivalPort: to, departs } = journey
      trips.push({ id, label, mode, from, to, departs, at: departs === null ? null : Date.parse(departs) })
    }
    if (kind !== 'PLACE' || details.length === 0) continue
    const at = details.map(placeOf).find((place) => place !== undefined)
    if (at) spots.push({ id, label, at })
    else nowhere++
  }
  trips.sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || (a.id < b.id ? -1 : 1))
  return { trips, spots, nowhere }
}

function placeOf(said: Told): LonLat | undefined {
  if (said.__typename !== 'Place') return undefined
  const { latitude, longitude, locode } = said
  if (latitude !== null && longitude !== null) return [longitude, latitude]
  return locode === null ? undefined : locodePlace(locode)
}

/** Journeys taken together by where they begin and end, most travelled first. Those whose ends are not known here are left out. */
export function legsOf(trips: readonly Trip[]): Leg[] {
  const legs = new Map<string, Leg & { trips: Trip[] }>()
  for (const trip of trips) {
    const [a, b] = [locodePlace(trip.from), locodePlace(trip.to)]
    if (!a || !b) continue
    const key = `${trip.from} ${trip.to}`
    const leg = legs.get(key)
    if (leg) leg.trips.push(trip)
    else legs.set(key, { key, from: trip.from, to: trip.to, line: [a, b], trips: [trip] })
  }
  return [...legs.values()].sort((a, b) => b.trips.length - a.trips.length || (a.key < b.key ? -1 : 1))
}

/** Days, or minutes, of ISO 8601 in UTC, both inclusive; empty is without end. */
export interface Period {
  from: string
  until: string
}

/** The time that a period covers. */
export function stretchOfPeriod({ from, until }: Period): Stretch {
  const at = (written: string) => Date.parse(written.length > 10 ? `${written}Z` : written)
  const last = until.length > 10 ? minute : day
  return [from === '' ? -Infinity : at(from), until === '' ? Infinity : at(until) + last]
}

/** The period of a time: whole days, or minutes where it is `fine`. */
export function periodOf([from, until]: Stretch, fine: boolean): Period {
  const [size, length] = fine ? [minute, 16] : [day, 10]
  const written = (at: number) => new Date(at).toISOString().slice(0, length)
  const first = Math.floor(from / size) * size
  return { from: written(first), until: written(Math.max(first, (Math.ceil(until / size) - 1) * size)) }
}

const [minute, day] = [60_000, 86_400_000]

/** The journeys that began in a period (UTC). One without a time is in the period without ends alone. */
export function during(trips: readonly Trip[], period: Period): Trip[] {
  if (period.from === '' && period.until === '') return [...trips]
  const [first, last] = stretchOfPeriod(period)
  return trips.filter(({ at }) => at !== null && at >= first && at < last)
}

/** The journeys of a thing: itself, or those that it is tied to, in the order they began. */
export function routeOf(folded: Folded, thing: string | null, trips: readonly Trip[]): Trip[] {
  if (thing === null) return []
  const tied = new Set((folded.tiesOf.get(thing) ?? []).map((tie) => otherEnd(tie, thing)))
  return trips.filter(({ id }) => id === thing || tied.has(id))
}

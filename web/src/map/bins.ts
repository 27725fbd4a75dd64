import type { Dated, Stretch } from './dated'

const [hour, day] = [3_600_000, 86_400_000]

/** How long a part of a time may be: a part of a day, or whole days, so that what is known to the day is in one. */
const lengths = [hour / 60, hour / 4, hour, 3 * hour, 6 * hour, 12 * hour]

/** A time made a little longer, so that it is at most `most` equal parts that begin at round times in UTC; and how many. */
export function partsOf([from, until]: Stretch, most: number): { stretch: Stretch; n: number } {
  const least = (until - from) / most
  const size = lengths.find((length) => length >= least) ?? Math.ceil(least / day) * day
  const first = Math.floor(from / size) * size
  const n = Math.max(1, Math.ceil((until - first) / size))
  return { stretch: [first, first + n * size], n }
}

/** How many there are in each part of a time, of one lane. */
export interface Bins {
  /** What is wholly in a part. */
  sure: Uint32Array
  /** What is in it and reaches beyond it: it goes on, or its date is known no closer. */
  over: Uint32Array
  /** What of all these is pointed out. */
  lit: Uint32Array
  total: number
}

/** The bins of each lane that has anything, and how much lies before and after the time. */
export interface Histogram {
  lanes: ReadonlyMap<string, Bins>
  before: number
  after: number
}

/** Counts dated things in `n` equal parts of a time, in each of the lanes that they are in. It looks at each once, however long it lasts. */
export function histogramOf(
  dated: readonly Dated[],
  [from, until]: Stretch,
  n: number,
  lanesOf: (one: Dated) => readonly string[],
  isLit: (one: Dated) => boolean,
): Histogram {
  const lanes = new Map<string, Bins & { rises: Int32Array; litRises: Int32Array }>()
  const size = (until - from) / n || 1
  let [before, after] = [0, 0]
  for (const one of dated) {
    const { begin, end } = one
    if (end <= from) before++
    else if (begin >= until) after++
    const first = Math.max(0, Math.floor((begin - from) / size))
    const last = Math.min(n - 1, Math.ceil((end - from) / size) - 1)
    const whole = first === last && begin >= from && end <= until
    const lit = isLit(one)
    for (const lane of lanesOf(one)) {
      const bins = lanes.get(lane) ?? emptyBins(n)
      lanes.set(lane, bins)
      bins.total++
      if (end <= from || begin >= until) continue
      if (whole) add(bins.sure, first)
      else ranged(bins.rises, first, last)
      if (lit) ranged(bins.litRises, first, last)
    }
  }
  for (const bins of lanes.values()) {
    summed(bins.rises, bins.over)
    summed(bins.litRises, bins.lit)
  }
  return { lanes, before, after }
}

/** Of a lane that has nothing. */
export const noBins: Bins = emptyBins(1)

function emptyBins(n: number) {
  return {
    sure: new Uint32Array(n),
    over: new Uint32Array(n),
    lit: new Uint32Array(n),
    total: 0,
    rises: new Int32Array(n + 1),
    litRises: new Int32Array(n + 1),
  }
}

function add(counts: Uint32Array | Int32Array, at: number, by = 1): void {
  counts[at] = (counts[at] ?? 0) + by
}

function ranged(rises: Int32Array, first: number, last: number): void {
  add(rises, first)
  add(rises, Math.max(first, last) + 1, -1)
}

function summed(rises: Int32Array, into: Uint32Array): void {
  let now = 0
  for (let i = 0; i < into.length; i++) {
    now += rises[i] ?? 0
    into[i] = now
  }
}

/** How the axis may be parted: so many hours, days, months or years. */
const steps = [
  ...[1, 3, 6, 12].map((n) => ({ unit: 'HOUR' as const, n, about: n * hour })),
  ...[1, 2, 7, 14].map((n) => ({ unit: 'DAY' as const, n, about: n * day })),
  ...[1, 3, 6].map((n) => ({ unit: 'MONTH' as const, n, about: n * 30.4 * day })),
  ...[1, 2, 5, 10, 20, 50].map((n) => ({ unit: 'YEAR' as const, n, about: n * 365.25 * day })),
]

/** A mark of the axis. `date` is as much of an ISO instant as the mark stands for: a year, a month, a day or an hour. */
export interface Tick {
  at: number
  date: string
}

/** At most `most` marks at round times in UTC. */
export function ticksOf([from, until]: Stretch, most: number): Tick[] {
  const step = steps.find(({ about }) => (until - from) / about <= most) ?? steps.at(-1)
  if (!step) return []
  const { unit, n } = step
  const length = { HOUR: 16, DAY: 10, MONTH: 7, YEAR: 4 }[unit]
  const first = new Date(from)
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth()]
  const nth = (i: number) => {
    if (unit === 'YEAR') return Date.UTC((Math.floor(year / n) + i) * n, 0, 1)
    if (unit === 'MONTH') return Date.UTC(year, (Math.floor(month / n) + i) * n, 1)
    const size = n * (unit === 'DAY' ? day : hour)
    return (Math.floor(from / size) + i) * size
  }
  const ticks: Tick[] = []
  for (let i = 0; ticks.length <= most + 1; i++) {
    const at = nth(i)
    if (at > until) break
    if (at >= from) ticks.push({ at, date: new Date(at).toISOString().slice(0, length) })
  }
  return ticks
}

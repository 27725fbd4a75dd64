import { type Folded, otherEnd } from '../canvas/thing'
import type { Dated } from './dated'
import type { LonLat } from './locodes'

/** A payment of the canvas that is shown in its turn. */
export interface Payment {
  /** The link's id. */
  id: string
  tie: string
  from: string
  to: string
  begin: number
  said: Dated['said']
  amount: string
  currency: string
}

/** The payments among dated things, by time. */
export function paymentsOf(dated: readonly Dated[]): Payment[] {
  return dated.flatMap(({ id, tie, ends: [from, to], begin, said, money }) =>
    money && tie !== null && to !== undefined ? [{ id, tie, from, to, begin, said, ...money }] : [],
  )
}

/** Payments that these things make, and where the money may have gone from there: each further payment is made by whom money had reached before. */
export function onwardFrom(payments: readonly Payment[], things: Iterable<string>): Payment[] {
  const reached = new Map([...things].map((thing) => [thing, -Infinity]))
  return payments.filter(({ from, to, begin }) => {
    const since = reached.get(from)
    // Money that comes in at the same moment is not what goes out.
    const onward = since !== undefined && since < begin
    if (onward && !reached.has(to)) reached.set(to, begin)
    return onward
  })
}

/** A thing and the accounts and means of paying that it owns or uses, on the canvas. */
export function payersOf({ tiesOf }: Folded, thing: string): string[] {
  const held = (tiesOf.get(thing) ?? []).filter(({ links }) =>
    links.some(({ kind }) => kind === 'OWNS' || kind === 'USES'),
  )
  return [thing, ...held.map((tie) => otherEnd(tie, thing))]
}

/** Where money changes hands: at the one place that a thing is, or lives at, or whoever holds it; undefined where that is none, or several. Ties are looked at once, whatever is asked then. */
export function paidIn(
  { ties }: Folded,
  spots: ReadonlyMap<string, LonLat>,
): (thing: string) => LonLat | undefined {
  const homes = new Map<string, (LonLat | undefined)[]>()
  const holders = new Map<string, string[]>()
  for (const { from, to, links } of ties.values()) {
    if (links.some(({ kind }) => kind === 'LIVES_AT')) {
      listed(homes, from, spots.get(to))
      listed(homes, to, spots.get(from))
    }
    if (links.some(({ kind }) => kind === 'OWNS' || kind === 'USES')) {
      listed(holders, from, to)
      listed(holders, to, from)
    }
  }
  const home = (id: string) => only(homes.get(id) ?? [])
  return (thing) => spots.get(thing) ?? home(thing) ?? only((holders.get(thing) ?? []).map(home))
}

function listed<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

function only(places: readonly (LonLat | undefined)[]): LonLat | undefined {
  const known = new Map(places.filter((place) => place !== undefined).map((place) => [place.join(), place]))
  return known.size === 1 ? [...known.values()][0] : undefined
}

/** An amount in a currency. */
export interface Sum {
  currency: string
  amount: string
}

/** What amounts come to, each currency for itself, exact to the last digit; the currency with the most payments first. */
export function sumsOf(amounts: readonly Sum[]): Sum[] {
  return runningSums(amounts)(amounts.length)
}

/** A sum of decimals, exact to the last digit. */
export function exactSum(amounts: readonly string[]): string {
  return sumsOf(amounts.map((amount) => ({ currency: '', amount })))[0]?.amount ?? '0'
}

/** The same of the first so many of the amounts, without adding them again for each number. */
export function runningSums(amounts: readonly Sum[]): (first: number) => Sum[] {
  const by = new Map<string, { at: number[]; digits: number; sums: bigint[] }>()
  amounts.forEach(({ currency, amount }, at) => {
    const each = by.get(currency) ?? { at: [], digits: 0, sums: [] }
    each.at.push(at)
    each.digits = Math.max(each.digits, amount.split('.')[1]?.length ?? 0)
    by.set(currency, each)
  })
  for (const { at, digits, sums } of by.values()) {
    let sum = 0n
    for (const one of at) {
      const [whole = '0', part = ''] = amounts[one]?.amount.split('.') ?? []
      sum += BigInt(whole + part.padEnd(digits, '0'))
      sums.push(sum)
    }
  }
  return (first) =>
    [...by]
      .map(([currency, { at, digits, sums }]) => ({ currency, n: before(at, first), digits, sums }))
      .filter(({ n }) => n > 0)
      .sort((a, b) => b.n - a.n || (a.currency < b.currency ? -1 : 1))
      .map(({ currency, n, digits, sums }) => ({ currency, amount: written(sums[n - 1] ?? 0n, digits) }))
}

/** How many of some rising numbers lie before another. */
function before(rising: readonly number[], end: number): number {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rising[middle] ?? end) < end) low = middle + 1
    else high = middle
  }
  return low
}

function written(sum: bigint, digits: number): string {
  if (digits === 0) return String(sum)
  const said = String(sum < 0n ? -sum : sum).padStart(digits + 1, '0')
  return `${sum < 0n ? '-' : ''}${said.slice(0, -digits)}.${said.slice(-digits)}`
}

/** An amount to its last digit, as the language writes numbers. */
export function amountSaid(amount: string, number: (n: number) => string): string {
  const [whole = '0', part] = amount.split('.')
  return part === undefined
    ? number(Number(whole))
    : `${number(Number(whole))}${number(1.5).charAt(1)}${part}`
}

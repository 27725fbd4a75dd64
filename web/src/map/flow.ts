import { type Folded, otherEnd } from '../canvas/thing'
import type { LinkKind } from '../gql/graphql'
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

/** Where money changes hands: at the one place that a thing is, or lives at, or whoever holds it; undefined where that is none, or several. */
export function paidAt(
  { tiesOf }: Folded,
  spots: ReadonlyMap<string, LonLat>,
  thing: string,
): LonLat | undefined {
  const by = (id: string, kinds: readonly LinkKind[]) =>
    (tiesOf.get(id) ?? [])
      .filter(({ links }) => links.some(({ kind }) => kinds.includes(kind)))
      .map((tie) => otherEnd(tie, id))
  const homes = (id: string) => only(by(id, ['LIVES_AT']).map((home) => spots.get(home)))
  return spots.get(thing) ?? homes(thing) ?? only(by(thing, ['OWNS', 'USES']).map(homes))
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
  const by = new Map<string, string[]>()
  for (const { currency, amount } of amounts) {
    const each = by.get(currency)
    if (each) each.push(amount)
    else by.set(currency, [amount])
  }
  return [...by]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([currency, each]) => ({ currency, amount: exactSum(each) }))
}

/** A sum of decimals, exact to the last digit. */
export function exactSum(amounts: readonly string[]): string {
  const digits = Math.max(0, ...amounts.map((amount) => (amount.split('.')[1] ?? '').length))
  let sum = 0n
  for (const amount of amounts) {
    const [whole = '0', part = ''] = amount.split('.')
    sum += BigInt(whole + part.padEnd(digits, '0'))
  }
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

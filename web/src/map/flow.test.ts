import { expect, test } from 'vitest'
import { nothing, withGraph } from '../canvas/contents'
import { fold } from '../canvas/fold'
import type { LinkKind, RecordKind } from '../gql/graphql'
import { amountSaid, onwardFrom, type Payment, paidIn, payersOf, runningSums, sumsOf } from './flow'

const payment = (id: string, from: string, to: string, begin: number): Payment => ({
  id,
  tie: `${from} ${to}`,
  from,
  to,
  begin,
  said: { at: new Date(begin).toISOString() },
  amount: '1',
  currency: 'GBP',
})

test('money goes on only after it came', () => {
  const all = [
    payment('early', 'b', 'c', 1),
    payment('first', 'a', 'b', 2),
    payment('same', 'b', 'd', 2),
    payment('then', 'b', 'c', 3),
    payment('on', 'c', 'a', 4),
    payment('other', 'x', 'y', 5),
  ]
  expect(onwardFrom(all, ['a']).map(({ id }) => id)).toEqual(['first', 'then', 'on'])
})

test('amounts are added exactly, and never one currency to another', () => {
  const sums = sumsOf([
    { currency: 'GBP', amount: '0.10' },
    { currency: 'RON', amount: '5' },
    { currency: 'GBP', amount: '0.2' },
    { currency: 'GBP', amount: '900719925474099.31' },
  ])
  expect(sums).toEqual([
    { currency: 'GBP', amount: '900719925474099.61' },
    { currency: 'RON', amount: '5' },
  ])
  expect(sumsOf([{ currency: 'GBP', amount: '0.05' }])).toEqual([{ currency: 'GBP', amount: '0.05' }])
})

test('what amounts have come to is known at each of them', () => {
  const all = [
    { currency: 'RON', amount: '5' },
    { currency: 'GBP', amount: '0.10' },
    { currency: 'GBP', amount: '0.2' },
    { currency: 'RON', amount: '-7' },
  ]
  const sums = runningSums(all)
  for (let n = 0; n <= all.length; n++)
    expect(sums(n).map(({ currency, amount }) => [currency, Number(amount)])).toEqual(
      sumsOf(all.slice(0, n)).map(({ currency, amount }) => [currency, Number(amount)]),
    )
  expect(sums(3)).toEqual([
    { currency: 'GBP', amount: '0.30' },
    { currency: 'RON', amount: '5' },
  ])
})

test('money changes hands where its holder lives, if that is one place', () => {
  const owner = { id: 'o', name: 'Northshire Police', country: 'GB' }
  const record = (id: string, kind: RecordKind) => ({ id, kind, label: id, owner })
  const link = (kind: LinkKind, fromId: string, toId: string) => ({
    id: `${kind} ${fromId} ${toId}`,
    kind,
    fromId,
    toId,
  })
  const folded = fold(
    withGraph(nothing, {
      records: [
        record('account', 'BANK_ACCOUNT'),
        record('holder', 'PERSON'),
        record('twice', 'PERSON'),
        record('house', 'PLACE'),
        record('flat', 'PLACE'),
      ],
      links: [
        link('OWNS', 'holder', 'account'),
        link('LIVES_AT', 'holder', 'house'),
        link('LIVES_AT', 'twice', 'house'),
        link('LIVES_AT', 'twice', 'flat'),
      ],
    }),
    true,
  )
  const spots = new Map([
    ['house', [1, 51] as const],
    ['flat', [2, 52] as const],
  ])
  expect(payersOf(folded, 'holder')).toEqual(['holder', 'account'])
  expect(paidIn(folded, spots)('account')).toEqual([1, 51])
  expect(paidIn(folded, spots)('house')).toEqual([1, 51])
  expect(paidIn(folded, spots)('twice')).toBeUndefined()
  expect(paidIn(folded, new Map())('account')).toBeUndefined()
})

test('an amount is said to its last digit, the way of the language', () => {
  const by = (locale: string) => (n: number) => new Intl.NumberFormat(locale).format(n)
  expect(amountSaid('343827.30', by('en-GB'))).toBe('343,827.30')
  expect(amountSaid('343827.30', by('ro'))).toBe('343.827,30')
  expect(amountSaid('12', by('ro'))).toBe('12')
})

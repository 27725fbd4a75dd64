import { expect, test } from 'vitest'
import { nothing, withGraph } from '../canvas/contents'
import { fold } from '../canvas/fold'
import type { LinkKind, RecordKind } from '../gql/graphql'
import { type DatedLink, datedBy, datedOf, marksOf, stretchOf, timeOf, within } from './dated'
import type { Trip } from './travel'

const owner = { id: 'o', name: 'Northshire Police', country: 'GB' }
const record = (id: string, kind: RecordKind) => ({ id, kind, label: id, owner })
const link = (id: string, kind: LinkKind, fromId: string, toId: string) => ({ id, kind, fromId, toId })
const folded = fold(
  withGraph(nothing, {
    records: [
      record('a', 'PERSON'),
      record('b', 'PERSON'),
      record('house', 'PLACE'),
      record('trip', 'JOURNEY'),
      record('event', 'EXPLOITATION_EVENT'),
    ],
    links: [
      link('pay', 'TRANSFERRED', 'b', 'a'),
      link('call', 'CALLED', 'a', 'b'),
      link('old', 'CALLED', 'b', 'a'),
      link('stay', 'LIVES_AT', 'a', 'house'),
      link('year', 'HARBOURED', 'house', 'b'),
      link('on', 'TRAVELLED_ON', 'a', 'trip'),
      link('undated', 'ASSOCIATE', 'a', 'b'),
    ],
  }),
  true,
)
const so = (from: string | null, until: string | null, details: DatedLink['details'] = null): DatedLink => ({
  validity: { from, until },
  details,
})
const transfer = {
  __typename: 'Transfer',
  amount: '12.50',
  currency: 'GBP',
  at: '2009-03-02T10:00:00Z',
} as const
const links = new Map<string, DatedLink>([
  ['pay', so('2009-03-02', '2009-03-02', transfer)],
  ['call', so('2009-03-01', '2009-03-01', { __typename: 'Call', called: '2009-03-01T23:59:00Z' })],
  ['old', so('2009-02', '2009-02', { __typename: 'Call', called: null })],
  ['stay', so('2008-12-01', null)],
  ['year', so('2009', '2009')],
  ['on', so('2009-03-05', '2009-03-05')],
  ['undated', so(null, null)],
])
const trips: Trip[] = [
  {
    id: 'trip',
    label: 'XC100',
    mode: 'COACH',
    from: 'ROTSR',
    to: 'GBDVR',
    departs: '2009-03-05T08:00:00Z',
    at: Date.parse('2009-03-05T08:00:00Z'),
  },
]
const wanted = new AbortController().signal
const dated = await datedOf(
  folded,
  {
    links,
    events: new Map([['event', { from: '2009-04-01', until: '2009-04-01' }]]),
    roles: [{ id: 'role', record: 'a', validity: { from: '2009-01-01', until: '2009-06-30' } }],
  },
  trips,
  wanted,
)
const of = (id: string) => dated.find((one) => one.id === id)
const day = (date: string) => Date.parse(`${date}T00:00:00Z`)

test('a date covers as much time as it tells', () => {
  expect(timeOf('2009-02-28')).toEqual([day('2009-02-28'), day('2009-03-01')])
  expect(timeOf('2008-02')).toEqual([day('2008-02-01'), day('2008-03-01')])
  expect(timeOf('2009')).toEqual([day('2009-01-01'), day('2010-01-01')])
  expect(timeOf('soon')).toBeNull()
})

test('everything dated is there once, in its lane, and nothing without a date', () => {
  expect(dated.map(({ id, lane }) => `${id} ${lane}`).sort()).toEqual([
    'call CALLED',
    'event EVENT',
    'old CALLED',
    'on TRAVELLED_ON',
    'pay TRANSFERRED',
    'role ROLE',
    'stay LIVES_AT',
    'trip JOURNEY',
    'year HARBOURED',
  ])
})

test('payments and calls are at their moment, a call of which only the month is known in that month', () => {
  expect(of('pay')).toMatchObject({ begin: Date.parse('2009-03-02T10:00:00Z'), ends: ['b', 'a'] })
  expect(of('pay')?.money).toMatchObject({ amount: '12.50', currency: 'GBP' })
  expect(of('call')?.begin).toBe(Date.parse('2009-03-01T23:59:00Z'))
  expect(of('old')).toMatchObject({ begin: day('2009-02-01'), end: day('2009-03-01') })
})

test('a year is in each of its days, and what has no known end is in a time by its beginning alone', () => {
  const found = (from: string, until: string, lasting: boolean) =>
    dated.filter((one) => within(one, [day(from), day(until)], lasting)).map(({ id }) => id)
  expect(found('2009-07-01', '2009-07-02', false)).toEqual(['year'])
  expect(found('2009-07-01', '2009-07-02', true)).toEqual(['stay', 'year'])
  expect(found('2008-12-01', '2008-12-02', false)).toEqual(['stay'])
  expect(found('2009-03-02', '2009-03-03', false)).toEqual(['role', 'year', 'pay'])
})

test('the time covered leaves out what only began', () => {
  expect(stretchOf(dated)).toEqual([day('2009-01-01'), day('2010-01-01')])
  expect(stretchOf(dated.filter(({ id }) => id === 'stay'))).toEqual([day('2008-12-01'), day('2008-12-02')])
  expect(stretchOf([])).toBeNull()
})

test('ends and ties are marked, and a thing points out what it has to do with', () => {
  const marks = marksOf(dated.filter(({ id }) => id === 'pay' || id === 'event'))
  expect([...marks.things].sort()).toEqual(['a', 'b', 'event'])
  expect([...marks.ties]).toEqual(['a b'])
  const by = datedBy(folded, 'a')
  expect(
    dated
      .filter(by)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['call', 'old', 'on', 'pay', 'role', 'stay', 'trip'])
})

test('of very many dated things each is there once, by time', async () => {
  const n = 60_000
  const ids = Array.from({ length: n }, (_, i) => `l${i}`)
  const many = fold(
    withGraph(nothing, {
      records: [record('a', 'PERSON'), record('b', 'PERSON')],
      links: ids.map((id) => link(id, 'ASSOCIATE', 'a', 'b')),
    }),
    true,
  )
  const on = (i: number) => new Date(Date.UTC(2001, 0, 1 + ((i * 7919) % 3000))).toISOString().slice(0, 10)
  const said = new Map(ids.map((id, i) => [id, so(on(i), on(i))]))
  const all = await datedOf(many, { links: said, events: new Map(), roles: [] }, [], wanted)
  expect(new Set(all.map(({ id }) => id)).size).toBe(n)
  expect(all.length).toBe(n)
  const later = all.findIndex((one, i) => i > 0 && one.begin < (all[i - 1]?.begin ?? 0))
  expect(later).toBe(-1)
})

test('what is no longer wanted is not gone through to its end', async () => {
  const gone = new AbortController()
  const all = datedOf(folded, { links, events: new Map(), roles: [] }, trips, gone.signal)
  gone.abort()
  await expect(all).rejects.toThrow()
})

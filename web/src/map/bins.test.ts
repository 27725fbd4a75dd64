import { expect, test } from 'vitest'
import { histogramOf, partsOf, ticksOf } from './bins'
import type { Dated } from './dated'

const day = (date: string) => Date.parse(`${date}T00:00:00Z`)
const one = (id: string, from: string, until: string, lane: Dated['lane'] = 'CALLED'): Dated => ({
  id,
  lane,
  ends: ['a', 'b'],
  tie: 'a b',
  begin: day(from),
  end: day(until),
  open: null,
  said: { from, until },
  money: null,
})
const byKind = ({ lane }: Dated) => [lane]
const [first, last] = [day('2009-01-01'), day('2009-01-05')]

test('what is wholly in a part is counted there, what reaches beyond it in each that it touches', () => {
  const { lanes } = histogramOf(
    [one('1', '2009-01-01', '2009-01-02'), one('2', '2009-01-02', '2009-01-04')],
    [first, last],
    4,
    byKind,
    ({ id }) => id === '2',
  )
  const bins = lanes.get('CALLED')
  expect([...(bins?.sure ?? [])]).toEqual([1, 0, 0, 0])
  expect([...(bins?.over ?? [])]).toEqual([0, 1, 1, 0])
  expect([...(bins?.lit ?? [])]).toEqual([0, 1, 1, 0])
})

test('a date known to the year alone is no day of it', () => {
  const { lanes } = histogramOf([one('1', '2009-01-01', '2010-01-01')], [first, last], 4, byKind, () => false)
  expect([...(lanes.get('CALLED')?.sure ?? [])]).toEqual([0, 0, 0, 0])
  expect([...(lanes.get('CALLED')?.over ?? [])]).toEqual([1, 1, 1, 1])
})

test('lanes are counted apart, and what lies before and after is told', () => {
  const all = [
    one('1', '2008-01-01', '2008-01-02'),
    one('2', '2009-01-04', '2009-01-05', 'TRANSFERRED'),
    one('3', '2009-01-05', '2009-01-06', 'TRANSFERRED'),
  ]
  const { lanes, before, after } = histogramOf(all, [first, last], 4, byKind, () => false)
  expect([before, after]).toEqual([1, 1])
  expect(lanes.get('CALLED')?.total).toBe(1)
  expect([...(lanes.get('TRANSFERRED')?.sure ?? [])]).toEqual([0, 0, 0, 1])
})

test('what is in two lanes is counted in both, and once before the time', () => {
  const all = [one('1', '2009-01-01', '2009-01-02'), one('2', '2008-01-01', '2008-01-02')]
  const { lanes, before } = histogramOf(
    all,
    [first, last],
    4,
    ({ ends }) => ends,
    () => true,
  )
  expect([...lanes].map(([lane, { sure, lit, total }]) => [lane, sure[0], lit[0], total])).toEqual([
    ['a', 1, 1, 2],
    ['b', 1, 1, 2],
  ])
  expect(before).toBe(1)
})

test('many are counted as surely as few', () => {
  const all = Array.from({ length: 150_000 }, (_, i) => one(String(i), '2009-01-02', '2009-01-03'))
  expect(histogramOf(all, [first, last], 200, byKind, () => false).lanes.get('CALLED')?.sure[50]).toBe(0)
  expect(histogramOf(all, [first, last], 4, byKind, () => false).lanes.get('CALLED')?.sure[1]).toBe(150_000)
})

test('the axis is marked at round times, as exactly as they are told apart', () => {
  const dates = (from: string, until: string, most: number) =>
    ticksOf([day(from), day(until)], most).map(({ date }) => date)
  expect(dates('2008-09-01', '2010-12-31', 8)).toEqual(['2009-01', '2009-07', '2010-01', '2010-07'])
  expect(dates('1995-01-01', '2010-12-31', 5)).toEqual(['1995', '2000', '2005', '2010'])
  expect(dates('2009-03-01', '2009-03-05', 5)).toEqual([
    '2009-03-01',
    '2009-03-02',
    '2009-03-03',
    '2009-03-04',
    '2009-03-05',
  ])
  expect(dates('2009-03-01', '2009-03-02', 4)[1]).toBe('2009-03-01T06:00')
})

test('parts are whole days in a long time, and parts of a day in a short one', () => {
  const long = partsOf([Date.parse('2008-05-04T10:00:00Z'), day('2010-12-31')], 160)
  expect((long.stretch[1] - long.stretch[0]) / long.n / 86_400_000).toBe(7)
  expect(long.n).toBeLessThanOrEqual(161)
  expect(long.stretch[0]).toBeLessThanOrEqual(Date.parse('2008-05-04T10:00:00Z'))
  expect(long.stretch[1]).toBeGreaterThanOrEqual(day('2010-12-31'))
  const short = partsOf([day('2009-05-04'), day('2009-05-06')], 160)
  expect(short).toEqual({ stretch: [day('2009-05-04'), day('2009-05-06')], n: 48 })
  expect(partsOf([5, 6], 160).n).toBe(1)
})

import { expect, test } from 'vitest'
import { nothing, withGraph } from '../canvas/contents'
import { fold } from '../canvas/fold'
import { during, legsOf, periodOf, routeOf, stretchOfPeriod, type Told, travelOf } from './travel'

const owner = { id: 'o', name: 'Northshire Police', country: 'GB' }
const record = (id: string, kind: 'JOURNEY' | 'PLACE' | 'PERSON') => ({ id, kind, label: id, owner })
const journey = (from: string, to: string, departs: string | null): Told => ({
  __typename: 'Journey',
  mode: 'COACH',
  departurePort: from,
  arrivalPort: to,
  departs,
  arrives: null,
})
const place = (locode: string | null, latitude: number | null, longitude: number | null): Told => ({
  __typename: 'Place',
  locode,
  latitude,
  longitude,
})

const folded = fold(
  withGraph(nothing, {
    records: [
      ...['j1', 'j2', 'j3', 'j4'].map((id) => record(id, 'JOURNEY')),
      ...['p1', 'p2', 'p3'].map((id) => record(id, 'PLACE')),
      record('x', 'PERSON'),
    ],
    links: [
      { id: 'l1', kind: 'TRAVELLED_ON', fromId: 'x', toId: 'j2' },
      { id: 'l2', kind: 'TRAVELLED_ON', fromId: 'x', toId: 'j1' },
    ],
  }),
  true,
)
const told = new Map<string, Told>([
  ['j1', journey('ROTSR', 'GBDVR', '2009-03-02T08:00:00Z')],
  ['j2', journey('ROTSR', 'GBDVR', '2009-02-01T23:30:00Z')],
  ['j3', journey('ROOTP', 'GBLUT', null)],
  ['j4', journey('ROOTP', 'GBQQQ', '2009-03-03T00:00:00Z')],
  ['p1', place(null, 51.5, -0.1)],
  ['p2', place('GBDVR', null, null)],
  ['p3', place(null, null, null)],
])
const { trips, spots, nowhere } = travelOf(folded, told)

test('journeys in the order they began, places where they are', () => {
  expect(trips.map((trip) => trip.id)).toEqual(['j2', 'j1', 'j4', 'j3'])
  expect(spots.map(({ id, at }) => [id, ...at])).toEqual([
    ['p1', -0.1, 51.5],
    ['p2', 1.3, 51.1],
  ])
  expect(nowhere).toBe(1)
})

test('legs hold the journeys whose ends are known, most travelled first', () => {
  expect(legsOf(trips).map(({ key, trips: held }) => [key, held.length])).toEqual([
    ['ROTSR GBDVR', 2],
    ['ROOTP GBLUT', 1],
  ])
})

test('a period holds its first and its last day', () => {
  const ids = (from: string, until: string) => during(trips, { from, until }).map((trip) => trip.id)
  expect(ids('', '')).toEqual(['j2', 'j1', 'j4', 'j3'])
  expect(ids('2009-02-02', '')).toEqual(['j1', 'j4'])
  expect(ids('', '2009-02-01')).toEqual(['j2'])
  expect(ids('2009-03-02', '2009-03-02')).toEqual(['j1'])
})

test("a person's route is what the person is tied to, in order", () => {
  expect(routeOf(folded, 'x', trips).map((trip) => trip.id)).toEqual(['j2', 'j1'])
  expect(routeOf(folded, 'j3', trips).map((trip) => trip.id)).toEqual(['j3'])
  expect(routeOf(folded, null, trips)).toEqual([])
})

test('a time is written as the period that holds it, in days or in minutes', () => {
  const time = [Date.parse('2009-03-01T05:30:00Z'), Date.parse('2009-03-04T00:00:00Z')] as const
  const days = periodOf(time, false)
  expect(days).toEqual({ from: '2009-03-01', until: '2009-03-03' })
  expect(stretchOfPeriod(days)).toEqual([Date.parse('2009-03-01'), Date.parse('2009-03-04')])
  const minutes = periodOf(time, true)
  expect(minutes).toEqual({ from: '2009-03-01T05:30', until: '2009-03-03T23:59' })
  expect(stretchOfPeriod(minutes)).toEqual([...time])
  expect(stretchOfPeriod({ from: '', until: '' })).toEqual([-Infinity, Infinity])
})

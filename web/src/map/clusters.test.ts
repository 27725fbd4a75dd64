import { expect, test } from 'vitest'
import { clustersOf } from './clusters'
import type { Spot } from './travel'

const spot = (id: string, x: number, y: number): Spot => ({ id, label: id, at: [x, y] })
const spots = [spot('d', 19, 0), spot('a', 0, 0), spot('b', 0, 0), spot('c', 9, 0), spot('e', 100, 100)]
const at = (reach: number, all = spots) =>
  clustersOf(all, (one) => [one.at[0], one.at[1]], reach).map(({ spots: held }) => held.map(({ id }) => id))

test('places near the first of them are one, whatever the order they are told in', () => {
  expect(at(10)).toEqual([['a', 'b', 'c'], ['d'], ['e']])
  expect(at(10, [...spots].reverse())).toEqual(at(10))
})

test('nearer they come apart, but for those at one place', () => {
  expect(at(5)).toEqual([['a', 'b'], ['c'], ['d'], ['e']])
})

test('a place that is not on the map is in none', () => {
  expect(clustersOf(spots, () => null, 10)).toEqual([])
})

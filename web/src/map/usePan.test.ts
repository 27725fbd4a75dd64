import { expect, test } from 'vitest'
import { moved, whole, zoomed } from './usePan'
import { height, width } from './world'

test('a map is moved by as much of what is seen, however near it is', () => {
  const near = zoomed(whole, true)
  expect(moved(near, 0.5, -0.5).at[0] - near.at[0]).toBeCloseTo(width / 2 / near.near)
  expect(moved(near, 0.5, -0.5).at[1] - near.at[1]).toBeCloseTo(-height / 2 / near.near)
  expect(moved(moved(near, 0.2, 0), -0.2, 0).at[0]).toBeCloseTo(near.at[0])
})

test('zooming keeps the middle, and ends', () => {
  const aside = moved(whole, 0.2, 0.1)
  expect(zoomed(zoomed(aside, true), false)).toEqual({ near: 1, at: aside.at })
  let seen = aside
  for (let i = 0; i < 20; i++) seen = zoomed(seen, true)
  expect(seen).toEqual({ near: 16, at: aside.at })
})

test('nobody is lost beyond the map', () => {
  let seen = whole
  for (let i = 0; i < 50; i++) seen = moved(seen, 0.2, -0.2)
  expect(seen.at).toEqual([1.5 * width, -height / 2])
})

import { expect, test } from 'vitest'
import { nearest } from './pick'

// x, y, size, and something else that is of no concern here.
const numbers = new Float32Array([0, 0, 10, 7, 4, 0, 2, 7, 0, 0, 0, 7])
const discs = { numbers, each: 4 }
const [large, small] = [0, 1]

test('what lies over a point, and of several the nearest', () => {
  const at = (x: number) => nearest(discs, { x, y: 0 }, 0.5)
  expect(at(0)).toBe(large)
  expect(at(3.5)).toBe(small)
  expect(at(5.5)).toBe(-1)
  expect(nearest(discs, { x: 0, y: 5.1 }, 0.5)).toBe(-1)
  expect(nearest(discs, { x: 0, y: 5.1 }, 1)).toBe(large)
})

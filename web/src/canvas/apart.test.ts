import { expect, test } from 'vitest'
import { Hold, pushedApart } from './apart'

const discsAt = (...discs: [number, number, number][]) => new Float32Array(discs.flat())
const overlaps = (discs: Float32Array, i: number, j: number) => {
  const at = (n: number) => discs[n] ?? 0
  const apart = Math.hypot(at(3 * i) - at(3 * j), at(3 * i + 1) - at(3 * j + 1))
  return apart < (at(3 * i + 2) + at(3 * j + 2)) * 0.99
}

test('discs just made no longer cover each other, even when they began at one place', () => {
  const discs = discsAt(...Array.from({ length: 12 }, (): [number, number, number] => [3, 4, 10]))
  pushedApart(discs, new Uint8Array(12).fill(Hold.FREE))
  for (let i = 0; i < 12; i++) for (let j = 0; j < i; j++) expect(overlaps(discs, i, j)).toBe(false)
})

test('what stays is not moved, and what is free keeps away from it', () => {
  const discs = discsAt([0, 0, 10], [5, 0, 10], [6, 1, 4])
  pushedApart(discs, new Uint8Array([Hold.STAYS, Hold.FREE, Hold.NONE]))
  expect([...discs.slice(0, 3)]).toEqual([0, 0, 10])
  expect(discs[3]).toBeCloseTo(20, 0)
  expect([...discs.slice(6)]).toEqual([6, 1, 4])
})

test('the same discs come to lie the same way', () => {
  const made = () => {
    const discs = discsAt([0, 0, 5], [0, 0, 5], [1, 0, 5])
    pushedApart(discs, new Uint8Array(3).fill(Hold.FREE))
    return [...discs]
  }
  expect(made()).toEqual(made())
})

import { expect, test } from 'vitest'
import { nearest } from './pick'

const disc = (key: string, x: number, size: number, hidden = false) => ({ key, x, y: 0, size, hidden })

test('what lies over a point, and of several the nearest', () => {
  const discs = [disc('large', 0, 10), disc('small', 4, 2), disc('hidden', 5, 9, true)]
  const at = (x: number) => nearest(discs, { x, y: 0 }, 0.5)
  expect(at(0)).toBe('large')
  expect(at(3.5)).toBe('small')
  expect(at(5.5)).toBeNull()
  expect(nearest(discs, { x: 0, y: 5.1 }, 0.5)).toBeNull()
  expect(nearest(discs, { x: 0, y: 5.1 }, 1)).toBe('large')
})

import { expect, test } from 'vitest'
import { once } from './once'

test('who asks the same again is given the very same answer, and who asks another is not', () => {
  const pair = once((one: string, other: number) => ({ one, other }))
  const first = pair('a', 1)
  expect(pair('a', 1)).toBe(first)
  expect(pair('a', 2)).toEqual({ one: 'a', other: 2 })
  expect(pair('a', 1)).toEqual(first)
})

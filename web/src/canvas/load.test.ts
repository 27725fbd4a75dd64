import { expect, test } from 'vitest'
import { togetherOnce } from './load'

test('any two of very many ids are asked for together in one question', () => {
  const ids = Array.from({ length: 23 }, (_, n) => `r${n}`)
  const asked = togetherOnce(ids, 10)
  expect(Math.max(...asked.map((part) => part.length))).toBeLessThanOrEqual(10)
  for (const one of ids)
    for (const other of ids)
      expect(
        asked.some((part) => part.includes(one) && part.includes(other)),
        `${one} ${other}`,
      ).toBe(true)
  expect(togetherOnce(ids, 23)).toEqual([ids])
  expect(togetherOnce([], 10)).toEqual([[]])
})

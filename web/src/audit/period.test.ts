import { expect, test } from 'vitest'
import { period } from './period'

test('a period of whole days ends where the day after its last begins', () => {
  const { from, until } = period('2009-03-01', '2009-03-01')
  expect(new Date(until ?? '').getTime() - new Date(from ?? '').getTime()).toBe(86_400_000)
})

test('a period over the end of a month is whole, and what is left out is open', () => {
  expect(period('', '2009-12-31')).toEqual({ from: null, until: new Date(2010, 0, 1).toISOString() })
})

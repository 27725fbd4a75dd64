import { expect, test } from 'vitest'
import { en } from './en'
import { ro } from './ro'
import { count, day, fill } from './say'

test('fillings go where they are named', () => {
  expect(fill('{n} of {total}', { n: 3, total: '1,200' })).toBe('3 of 1,200')
  expect(fill('{who} stays', {})).toBe('{who} stays')
})

test('each language counts its own way', () => {
  expect([0, 1, 2, 1200].map((n) => count('en-GB', en.search.results, n))).toEqual([
    '0 records',
    '1 record',
    '2 records',
    '1,200 records',
  ])
  expect([1, 2, 19, 20, 101].map((n) => count('ro', ro.search.results, n))).toEqual([
    '1 înregistrare',
    '2 înregistrări',
    '19 înregistrări',
    '20 de înregistrări',
    '101 înregistrări',
  ])
})

test('days, months and years are written as exactly as they are known', () => {
  expect(day('en-GB', '2009-03-01')).toBe('1 Mar 2009')
  expect(day('en-GB', '2009-03')).toBe('Mar 2009')
  expect(day('ro', '2009')).toBe('2009')
  expect(day('en-GB', 'unknown')).toBe('unknown')
})

/** Every text of a dictionary with its path and the fillings it names. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, [...value.matchAll(/\{\w+\}/g)].map(String).sort().join(' ')]]
  return Object.entries(value as object).flatMap(([name, inner]) => texts(inner, `${path}.${name}`))
}

test('Romanian has every text of English with the same fillings', () => {
  expect(texts(ro).sort()).toEqual(texts(en).sort())
})

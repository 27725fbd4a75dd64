import { expect, test } from 'vitest'
import ro from '../../languages/ro.json'
import { en } from './en'
import { fill, sayer } from './say'

test('fillings go where they are named', () => {
  expect(fill('{n} of {total}', { n: 3, total: '1,200' })).toBe('3 of 1,200')
  expect(fill('{who} stays', {})).toBe('{who} stays')
})

test('each language counts its own way', () => {
  expect([0, 1, 2, 1200].map((n) => sayer('en-GB').count(en.search.results, n))).toEqual([
    '0 records',
    '1 record',
    '2 records',
    '1,200 records',
  ])
  expect([1, 2, 19, 20, 101].map((n) => sayer('ro').count(ro.pages.search.results, n))).toEqual([
    '1 înregistrare',
    '2 înregistrări',
    '19 înregistrări',
    '20 de înregistrări',
    '101 înregistrări',
  ])
  const polish = { one: '{n} wpis', few: '{n} wpisy', many: '{n} wpisów', other: '{n} wpisu' }
  expect([1, 2, 5, 22, 1.5].map((n) => sayer('pl').count(polish, n))).toEqual([
    '1 wpis',
    '2 wpisy',
    '5 wpisów',
    '22 wpisy',
    '1,5 wpisu',
  ])
  expect(sayer('pl').count({ one: '{n} record', other: '{n} records' }, 5)).toBe('5 records')
})

test('days, months and years are written as exactly as they are known', () => {
  expect(sayer('en-GB').day('2009-03-01')).toBe('1 Mar 2009')
  expect(sayer('en-GB').day('2009-03')).toBe('Mar 2009')
  expect(sayer('ro').day('2009')).toBe('2009')
  expect(sayer('en-GB').day('unknown')).toBe('unknown')
})

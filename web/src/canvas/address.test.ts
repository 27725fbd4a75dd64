import { expect, test } from 'vitest'
import { canvasAddress, readAddress } from './address'

const empty = { operations: [], records: [], without: [], selected: null, path: null, plan: [] }

test('an address reads back as the view it was made from', () => {
  const view = {
    operations: ['op=1', 'op2'],
    records: ['a', 'c'],
    without: ['d&e'],
    selected: 'a',
    path: ['c', 'f'] as [string, string],
    plan: ['g', 'h'],
  }
  const hash = canvasAddress(view).slice('/canvas'.length)
  expect(readAddress(hash)).toEqual(view)
})

test('the empty view has no hash', () => {
  expect(canvasAddress({})).toBe('/canvas')
  expect(readAddress('')).toEqual(empty)
})

test('half a path is none', () => {
  expect(readAddress('#path=a')).toEqual(empty)
})

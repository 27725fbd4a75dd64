import { expect, test } from 'vitest'
import { canvasAddress, readAddress } from './address'

test('an address reads back as the view it was made from', () => {
  const view = {
    operations: ['op=1', 'op2'],
    records: ['a', 'c'],
    without: ['d&e'],
    selected: 'a',
    path: ['c', 'f'] as [string, string],
  }
  const hash = canvasAddress(view).slice('/canvas'.length)
  expect(readAddress(hash)).toEqual(view)
})

test('the empty view has no hash', () => {
  expect(canvasAddress({})).toBe('/canvas')
  expect(readAddress('')).toEqual({ operations: [], records: [], without: [], selected: null, path: null })
})

test('half a path is none', () => {
  expect(readAddress('#path=a')).toEqual({
    operations: [],
    records: [],
    without: [],
    selected: null,
    path: null,
  })
})

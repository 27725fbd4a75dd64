import { expect, test } from 'vitest'
import type { CanvasRecordFragment } from '../gql/graphql'
import { CanvasStore } from './CanvasStore'
import { nothing, withGraph, withPins } from './contents'
import { noGrouping } from './grouping'
import { restored, viewName, viewOf } from './saved'

const record = (id: string): CanvasRecordFragment => ({
  id,
  kind: 'PERSON',
  label: 'Ion Testescu',
  owner: { id: 'o', name: 'Northshire Police', country: 'GB' },
})
const contents = withGraph(nothing, { records: [record('a')], links: [] })

function left() {
  const store = new CanvasStore()
  store.open(withPins(contents, new Map([['a', { x: 1, y: 2 }]])), { operations: ['op'] })
  store.show({ hidden: new Set(['PERSON'] as const) })
  store.remember(new Map([['b', { x: 3, y: 4 }]]))
  return store
}

test('what is kept holds ids and places, and nothing that a record says', () => {
  expect(JSON.stringify(viewOf(left(), '/canvas#operation=op'))).not.toContain('Testescu')
  const store = left()
  const opened = new Set(['ATTRIBUTE:Ion Testescu'])
  const grouping = {
    ...noGrouping,
    by: 'ATTRIBUTE' as const,
    attribute: 'network' as const,
    opened,
    saidOf: new Map([['a', 'Ion Testescu']]),
  }
  store.show({ grouping })
  store.remember(new Map([['ATTRIBUTE:Ion Testescu', { x: 5, y: 6 }]]))
  const kept = viewOf(store, '/canvas')
  expect(JSON.stringify(kept)).not.toContain('Testescu')
  expect(kept).toMatchObject({ by: 'ATTRIBUTE', attribute: 'network' })
  expect(restored(new CanvasStore(), contents, kept, null).grouping).toMatchObject({
    by: 'ATTRIBUTE',
    attribute: 'network',
    saidOf: new Map(),
  })
})

test('what was kept is found again', () => {
  const store = new CanvasStore()
  const back = restored(store, contents, viewOf(left(), '/canvas'), null)
  expect(back.pins).toEqual(new Map([['a', { x: 1, y: 2 }]]))
  expect([...back.hidden]).toEqual(['PERSON'])
  expect(store.places.get('b')).toEqual({ x: 3, y: 4 })
})

test('what a link selects is shown, though its kind was hidden', () => {
  expect(restored(new CanvasStore(), contents, viewOf(left(), ''), 'a').hidden.size).toBe(0)
})

test('a view is kept for its officer and its operations, in whatever order', () => {
  expect(viewName('o', ['b', 'a'])).toBe(viewName('o', ['a', 'b']))
  expect(viewName('o', ['a'])).not.toBe(viewName('p', ['a']))
})

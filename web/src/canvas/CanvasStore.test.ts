import { expect, test } from 'vitest'
import type { CanvasRecordFragment } from '../gql/graphql'
import { CanvasStore, thingOf } from './CanvasStore'
import { nothing, withGraph } from './contents'
import { addressOf } from './useAddress'

const record = (id: string): CanvasRecordFragment => ({
  id,
  kind: 'PERSON',
  label: id,
  owner: { id: 'o', name: 'Northshire Police', country: 'GB' },
})
const graph = (...ids: string[]) => ({ records: ids.map(record), links: [] })

function opened() {
  const store = new CanvasStore()
  const ground = withGraph(nothing, graph('a', 'b'))
  store.open(ground, { operations: ['op'], ground: new Set(['a', 'b']), selected: 'a' })
  return store
}

test('a change can be undone and done again', () => {
  const store = opened()
  store.change(withGraph(store.read().history.present, graph('c')))
  expect([...store.read().folded.things.keys()]).toEqual(['a', 'b', 'c'])
  store.undo()
  expect([...store.read().folded.things.keys()]).toEqual(['a', 'b'])
  store.redo()
  expect([...store.read().folded.things.keys()]).toEqual(['a', 'b', 'c'])
  store.undo()
  store.remove('b')
  store.redo()
  expect([...store.read().folded.things.keys()]).toEqual(['a'])
})

test('what is taken off is no longer selected nor the end of a path', () => {
  const store = opened()
  store.set({ from: 'a', to: 'b' })
  store.remove('a')
  expect(store.read().selected).toBeNull()
  expect(store.read().from).toBeNull()
  expect(thingOf(store.read().folded, store.read().to)?.id).toBe('b')
})

test('the address names the ground by its operation and only what differs by id', () => {
  const store = opened()
  store.change(withGraph(store.read().history.present, graph('c')))
  store.remove('b')
  expect(addressOf(store.read())).toBe('/canvas#operation=op&records=c&without=b&selected=a')
})

test('listeners hear of every change until they stop', () => {
  const store = opened()
  let heard = 0
  const stop = store.subscribe(() => heard++)
  store.remove('b')
  stop()
  store.undo()
  expect(heard).toBe(1)
})

import { expect, test } from 'vitest'
import { type Named, NameRoom } from './names'

function named(key: string, x: number, y: number): Named {
  return { key, x, y, clear: 10, width: 80, height: 16 }
}

test('a name stands right of its disc', () => {
  expect(new NameRoom().place(named('a', 100, 100), false)).toEqual({ x: 110, y: 92 })
})

test('a name goes round others: left, below, above, and stays away where there is no room', () => {
  const room = new NameRoom()
  const places = ['a', 'b', 'c', 'd', 'e'].map((key) => room.place(named(key, 100, 100), false))
  expect(places).toEqual([{ x: 110, y: 92 }, { x: 10, y: 92 }, { x: 60, y: 110 }, { x: 60, y: 74 }, null])
  expect(['a', 'd', 'e'].map((key) => room.at(key))).toEqual([places[0], places[3], null])
})

test('what must be named is named across others', () => {
  const room = new NameRoom()
  for (const key of ['a', 'b', 'c', 'd']) room.place(named(key, 100, 100), false)
  expect(room.place(named('chosen', 100, 100), true)).toEqual({ x: 110, y: 92 })
})

test('a name that is written again is not in its own way', () => {
  const room = new NameRoom()
  room.place(named('a', 100, 100), false)
  expect(room.place(named('a', 102, 100), false)).toEqual({ x: 112, y: 92 })
})

test('in a new picture all room is free', () => {
  const room = new NameRoom()
  room.place(named('a', 100, 100), false)
  room.clear()
  expect(room.at('a')).toBe(null)
  expect(room.place(named('b', 100, 100), false)).toEqual({ x: 110, y: 92 })
})

test('a name at the right edge stands on the left of its disc', () => {
  const room = new NameRoom()
  room.clear(150)
  expect(room.place(named('a', 100, 100), false)).toEqual({ x: 10, y: 92 })
})

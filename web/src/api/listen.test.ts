import { expect, test } from 'vitest'
import { eventReader } from './listen'

test('events are told whole, however they arrive', () => {
  const told: string[] = []
  const read = eventReader((data) => told.push(data))
  read(':\n\nevent: next\ndata: {"a"')
  expect(told).toEqual([])
  read(':1}\n\nevent: next\r\ndata: {"b":2}\r\n\r\nevent: complete\n\n')
  expect(told).toEqual(['{"a":1}', '{"b":2}'])
})

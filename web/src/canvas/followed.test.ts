import { expect, test } from 'vitest'
import { followed } from './followed'

test('what is followed is the same until one of its parts is another', () => {
  let state = { selected: 'a', lit: 1 }
  const read = followed(() => state, ['selected'])
  const first = read()
  state = { selected: 'a', lit: 2 }
  expect(read()).toBe(first)
  state = { selected: 'b', lit: 2 }
  expect(read()).toBe(state)
})

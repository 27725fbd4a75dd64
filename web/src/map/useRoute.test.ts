import { expect, test } from 'vitest'
import { advanced } from './useRoute'

test('a route goes on into the next leg, and rests at the end of the last', () => {
  const begun = { step: 0, done: 0, playing: true }
  expect(advanced(begun, 0.4, 1)).toEqual({ step: 0, done: 0.4, playing: true })
  expect(advanced({ ...begun, done: 0.8 }, 0.4, 1)).toEqual({ step: 1, done: 0, playing: true })
  expect(advanced({ step: 1, done: 0.8, playing: true }, 0.4, 1)).toEqual({
    step: 1,
    done: 1,
    playing: false,
  })
  expect(advanced({ ...begun, playing: false }, 0.4, 1)).toEqual({ step: 0, done: 0, playing: false })
})

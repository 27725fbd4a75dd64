import { expect, test } from 'vitest'
import { steppedBack } from './frame'

const seen = { left: 0, right: 1, low: 0, high: 1 }

test('a camera stays where what is wanted is in the picture', () => {
  expect(steppedBack(seen, 1, [{ x: 0.2, y: 0.9 }])).toBeNull()
})

test('a camera steps back as far as what is wanted lies outside, and keeps what it showed', () => {
  const stand = steppedBack(seen, 0.5, [{ x: 3, y: 0.5 }])
  expect(stand).toEqual({ x: 1.5, y: 0.5, ratio: expect.closeTo(1.65, 9) })
})

test('one that looked at a single thing steps back far enough for all that came to it', () => {
  const stand = steppedBack({ left: 0.4, right: 0.6, low: 0.4, high: 0.6 }, 0.2, [
    { x: -1, y: 0.5 },
    { x: 2, y: 0.5 },
  ])
  expect(stand).toMatchObject({ x: 0.5, ratio: expect.closeTo(3.3, 9) })
})

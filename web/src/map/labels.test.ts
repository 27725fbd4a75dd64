import { expect, test } from 'vitest'
import { type Disc, type Label, labelsFor } from './labels'

const size = 12
const port = (text: string, x: number, y: number) => ({ text, at: [x, y] as const })
const covered = ({ text, x, y }: Label, { at, r }: Disc) => {
  const [right, top] = [x + text.length * 0.68 * size, y - 0.75 * size]
  const near = [Math.max(x, Math.min(at[0], right)), Math.max(top, Math.min(at[1], y))] as const
  return Math.hypot(at[0] - near[0], at[1] - near[1]) < r
}

test('a word stands to the right of its point, on its level', () => {
  const [label] = labelsFor([port('GBDVR', 100, 50)], [], size)
  expect(label?.x).toBeCloseTo(100 + 0.55 * size)
  expect(label?.y).toBeCloseTo(50 + 0.375 * size)
})

test('no word lies on a disc where there is room beside it', () => {
  const discs = [
    { at: [125, 50], r: 20 },
    { at: [75, 50], r: 6 },
    { at: [100, 36], r: 5 },
  ] as const
  const labels = labelsFor([port('GBDVR', 100, 50)], discs, size)
  for (const label of labels) for (const disc of discs) expect(covered(label, disc)).toBe(false)
})

test('two words at one place do not lie on each other', () => {
  const [one, other] = labelsFor([port('GBDVR', 0, 0), port('GBFOL', 0, 0)], [], size)
  expect([one?.x, one?.y]).not.toEqual([other?.x, other?.y])
  expect((other?.x ?? 0) + 5 * 0.68 * size).toBeLessThanOrEqual(one?.x ?? 0)
})

test('where all is covered it stands where least is', () => {
  const [label] = labelsFor([port('GBDVR', 0, 0)], [{ at: [30, 0], r: 100 }], size)
  expect(label?.x).toBeLessThan(-5 * 0.68 * size)
})

test('at the edge of what is seen it stands inside', () => {
  const seen = { left: 0, top: 0, right: 100, bottom: 100 }
  const [label] = labelsFor([port('GBDVR', 90, 50)], [], size, seen)
  expect((label?.x ?? 0) + 5 * 0.68 * size).toBeLessThanOrEqual(90)
})

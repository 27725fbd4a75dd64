import type { Point } from './place'

/** A part of the plane, its sides along the axes. */
export interface Box {
  left: number
  right: number
  low: number
  high: number
}

/** Where a camera stands: over which point, and how much of the whole it shows (1 is all). */
export interface Stand extends Point {
  ratio: number
}

/** The smallest box round points, of which there is at least one. */
export function boxOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) }
}

/** The middle of a box. */
export function middleOf({ left, right, low, high }: Box): Point {
  return { x: (left + right) / 2, y: (low + high) / 2 }
}

function holds({ left, right, low, high }: Box, { x, y }: Point): boolean {
  return x >= left && x <= right && y >= low && y <= high
}

/** Room round what is stepped back for, as a part of it. */
const margin = 1.1

/** Where a camera that shows `seen` at a ratio steps back to, to show `wanted` too; null where it need not. */
export function steppedBack(seen: Box, ratio: number, wanted: readonly Point[]): Stand | null {
  if (wanted.every((point) => holds(seen, point))) return null
  const corners = [
    { x: seen.left, y: seen.low },
    { x: seen.right, y: seen.high },
  ]
  const all = boxOf([...corners, ...wanted])
  const wider = (all.right - all.left) / (seen.right - seen.left)
  const higher = (all.high - all.low) / (seen.high - seen.low)
  return { ...middleOf(all), ratio: margin * ratio * Math.max(wider, higher) }
}

import type Sigma from 'sigma'
import type { EdgeLook, NodeLook } from './looks'
import type { Point } from './place'

/** Discs as numbers, `each` of one: x, y and size first, whatever follows. One that is hidden has no size. */
export interface Discs {
  numbers: Float32Array
  each: number
}

/** Which of the discs drawn lies under a point of the drawing in pixels: of several the one whose middle is nearest; -1 where there is none. */
export function discAt(sigma: Sigma<NodeLook, EdgeLook>, discs: Discs, point: Point): number {
  const { x, y } = sigma.viewportToFramedGraph(point)
  const beside = sigma.viewportToFramedGraph({ x: point.x + 1, y: point.y })
  const radius = sigma.scaleSize(1) * Math.hypot(beside.x - x, beside.y - y)
  return nearest(discs, { x, y }, radius)
}

/** Of discs whose radius is their size times `radius`, the one over a point whose middle is nearest; -1 where there is none. */
export function nearest({ numbers, each }: Discs, { x, y }: Point, radius: number): number {
  let found = -1
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at < numbers.length; at += each) {
    const dx = (numbers[at] ?? 0) - x
    const dy = (numbers[at + 1] ?? 0) - y
    const r = (numbers[at + 2] ?? 0) * radius
    const away = dx * dx + dy * dy
    if (r === 0 || away > r * r || away >= least) continue
    least = away
    found = at / each
  }
  return found
}

import type Sigma from 'sigma'
import type { EdgeLook, NodeLook } from './looks'
import type { Point } from './place'
import type { DrawnNode } from './programs'

/** The node under a point of the drawing in pixels: of several the one whose middle is nearest. */
export function nodeAt(
  sigma: Sigma<NodeLook, EdgeLook>,
  drawn: readonly DrawnNode[],
  point: Point,
): string | null {
  const { x, y } = sigma.viewportToFramedGraph(point)
  const beside = sigma.viewportToFramedGraph({ x: point.x + 1, y: point.y })
  const radius = sigma.scaleSize(1) * Math.hypot(beside.x - x, beside.y - y)
  return nearest(drawn, { x, y }, radius)
}

/** Of discs whose radius is `size` times `radius`, the one over a point whose middle is nearest; null where there is none. */
export function nearest(
  drawn: readonly Pick<DrawnNode, 'key' | 'x' | 'y' | 'size' | 'hidden'>[],
  { x, y }: Point,
  radius: number,
): string | null {
  let found: string | null = null
  let least = Number.POSITIVE_INFINITY
  for (const node of drawn) {
    const [dx, dy, r] = [node.x - x, node.y - y, node.size * radius]
    const away = dx * dx + dy * dy
    if (node.hidden || away > r * r || away >= least) continue
    least = away
    found = node.key
  }
  return found
}

import type { RecordKind } from '../gql/graphql'

/** What the canvas knows of a node. A type and not an interface: graphology wants an index signature. */
export type NodeLook = {
  x: number
  y: number
  size: number
  label: string
  color: string
  image: string
  kind: RecordKind
}

/** What the canvas knows of an edge. */
export type EdgeLook = {
  size: number
  /** How many links it folds. */
  links: number
  bothWays: boolean
  label: string
}

/** How much smaller everything is drawn in a large graph. */
function crowd(things: number): number {
  return Math.min(1, (300 / things) ** 0.35)
}

/** Radius in pixels at the first zoom: by the number of ties, bounded so that no hub covers the rest. */
export function nodeSize(ties: number, things: number): number {
  return crowd(things) * Math.min(15, 5 + 1.4 * Math.sqrt(ties))
}

/** Width in pixels: one link is thin, many in parallel are wider, slowly. */
export function edgeSize(links: number, things: number): number {
  return crowd(things) * Math.min(5, 1.1 + 0.6 * Math.log2(links))
}

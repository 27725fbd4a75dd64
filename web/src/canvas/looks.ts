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

/** Radius in pixels at the first zoom: by the number of ties, bounded so that no hub covers the rest, and less in a large graph. */
export function nodeSize(ties: number, things: number): number {
  const crowd = Math.min(1, (300 / things) ** 0.35)
  return crowd * Math.min(15, 5 + 1.4 * Math.sqrt(ties))
}

/** Width in pixels: one link is thin, many in parallel are wider, slowly. */
export function edgeSize(links: number): number {
  return Math.min(5, 0.8 + 0.7 * Math.log2(links))
}

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
  /** Of the organisations that contributed it. */
  countries: string
  /** The key of a group; empty for a single thing. */
  group: string
  pinned: boolean
}

/** What the canvas knows of an edge. */
export type EdgeLook = {
  size: number
  /** How many links it folds. */
  links: number
  bothWays: boolean
}

/** How much smaller everything is drawn in a large graph. */
function crowd(things: number): number {
  return Math.min(1, (300 / things) ** 0.35)
}

/** Radius in pixels at the first zoom: by the number of ties, bounded so that no hub covers the rest. */
export function nodeSize(ties: number, things: number): number {
  return crowd(things) * Math.min(15, 5 + 1.4 * Math.sqrt(ties))
}

/** Radius of a group: its area grows with what it holds, bounded. */
export function groupSize(holds: number, things: number): number {
  return crowd(things) * Math.min(28, 9 + 2 * Math.sqrt(holds))
}

/** Width in pixels: one link is thin, many in parallel are wider, slowly. */
function edgeSize(links: number, things: number): number {
  return crowd(things) * Math.min(5, 1.1 + 0.6 * Math.log2(links))
}

/**
 * The looks of edges, one for all that are alike: of 150,000 some ten are different,
 * and what is never made need never be cleared away. None may be changed in place.
 */
export function edgeLooks(things: number): (links: number, bothWays: boolean) => EdgeLook {
  const looks = [new Map<number, EdgeLook>(), new Map<number, EdgeLook>()] as const
  return (links, bothWays) => {
    const made = looks[bothWays ? 1 : 0]
    const look = made.get(links) ?? { size: edgeSize(links, things), links, bothWays }
    made.set(links, look)
    return look
  }
}

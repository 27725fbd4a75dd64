import Graph from 'graphology'
import type { LinkKind } from '../gql/graphql'
import { looks } from '../kinds/look'
import { type Folded, kindsOf, otherEnd, type Thing, type Tie } from './fold'
import { type EdgeLook, edgeSize, type NodeLook, nodeSize } from './looks'
import { firstPlace, type Point } from './place'

export type CanvasGraph = Graph<NodeLook, EdgeLook>

export function emptyGraph(): CanvasGraph {
  return new Graph<NodeLook, EdgeLook>({ type: 'directed', multi: false })
}

/** Makes `graph` show what is folded. Things that stay keep their place. Gives the ids of those that are new. */
export function show(
  graph: CanvasGraph,
  folded: Folded,
  places: ReadonlyMap<string, Point>,
  named: (kind: LinkKind) => string,
): Set<string> {
  for (const id of graph.nodes()) if (!folded.things.has(id)) graph.dropNode(id)
  for (const id of graph.edges()) if (!folded.ties.has(id)) graph.dropEdge(id)
  const fresh = new Set<string>()
  for (const thing of folded.things.values()) {
    const ties = folded.tiesOf.get(thing.id) ?? []
    const known = graph.hasNode(thing.id) ? graph.getNodeAttributes(thing.id) : placeOf(thing, places)
    if (!known) fresh.add(thing.id)
    const point = known ?? firstPlace(thing.id, placedNeighbours(graph, thing, ties), folded.things.size)
    graph.mergeNode(thing.id, { ...point, ...lookOf(thing, nodeSize(ties.length, folded.things.size)) })
  }
  for (const tie of folded.ties.values()) showTie(graph, tie, folded.things.size, named)
  return fresh
}

function placeOf(thing: Thing, places: ReadonlyMap<string, Point>): Point | undefined {
  for (const record of thing.records) {
    const point = places.get(record)
    if (point) return point
  }
  return undefined
}

function placedNeighbours(graph: CanvasGraph, thing: Thing, ties: readonly Tie[]): Point[] {
  return ties
    .map((tie) => otherEnd(tie, thing.id))
    .filter((id) => graph.hasNode(id))
    .map((id) => graph.getNodeAttributes(id))
}

function lookOf(thing: Thing, size: number): Omit<NodeLook, 'x' | 'y'> {
  const { colour, icon } = looks[thing.kind]
  return { size, label: thing.label, color: colour, image: icon, kind: thing.kind }
}

function showTie(graph: CanvasGraph, tie: Tie, things: number, named: (kind: LinkKind) => string): void {
  const names = kindsOf(tie).map(named).join(', ')
  const label = tie.links.length > 1 ? `${names} ×${tie.links.length}` : names
  const look: EdgeLook = {
    size: edgeSize(tie.links.length, things),
    links: tie.links.length,
    bothWays: tie.bothWays,
    label,
  }
  if (graph.hasEdge(tie.id) && graph.source(tie.id) !== tie.from) graph.dropEdge(tie.id)
  if (graph.hasEdge(tie.id)) graph.replaceEdgeAttributes(tie.id, look)
  else graph.addEdgeWithKey(tie.id, tie.from, tie.to, look)
}

import Graph from 'graphology'
import { looks, roleIcons } from '../kinds/look'
import { type EdgeLook, edgeSize, groupSize, type NodeLook, nodeSize } from './looks'
import { firstPlace, type Point } from './place'
import { type Folded, otherEnd, placeKeys, type Thing, type Tie } from './thing'

export type CanvasGraph = Graph<NodeLook, EdgeLook>

export function emptyGraph(): CanvasGraph {
  return new TableGraph({ type: 'directed', multi: false })
}

/** What graphology holds of a node: its edges by the ids of their other ends. */
interface Held {
  in: object
  out: object
}

/**
 * Holds the edges of a node in tables. In plain objects, as graphology makes
 * them, every id is a property for which the browser draws up a class: half a
 * second for 150,000 edges, and much to clear away after them.
 */
class TableGraph extends Graph<NodeLook, EdgeLook> {
  override addNode(node: unknown, attributes?: NodeLook): string {
    const id = super.addNode(node, attributes)
    const nodes: unknown = Reflect.get(this, '_nodes')
    const held: Held | undefined = nodes instanceof Map ? nodes.get(id) : undefined
    if (held) Object.assign(held, { in: Object.create(null), out: Object.create(null) })
    return id
  }
}

/** Whether showing what is folded takes anything off the graph. */
export function lacks(folded: Folded, graph: CanvasGraph): boolean {
  return graph.someNode((id) => !folded.things.has(id)) || graph.someEdge((id) => !folded.ties.has(id))
}

/**
 * Makes `graph` show what is folded. Things that stay keep their place, pinned
 * ones are where they are pinned. Gives the ids of those that are new.
 */
export function show(
  graph: CanvasGraph,
  folded: Folded,
  places: ReadonlyMap<string, Point>,
  pins: ReadonlyMap<string, Point> = new Map(),
): Set<string> {
  const fresh = showThings(graph, folded, places, pins)
  showTies(graph, folded)
  return fresh
}

/** The first half of `show`: takes off what is gone, and puts things where they are. */
export function showThings(
  graph: CanvasGraph,
  folded: Folded,
  places: ReadonlyMap<string, Point>,
  pins: ReadonlyMap<string, Point> = new Map(),
): Set<string> {
  for (const id of graph.nodes()) if (!folded.things.has(id)) graph.dropNode(id)
  for (const id of graph.edges()) if (!folded.ties.has(id)) graph.dropEdge(id)
  const fresh = new Set<string>()
  for (const thing of folded.things.values()) {
    const ties = folded.tiesOf.get(thing.id) ?? []
    const pin = placeOf(thing, pins)
    const known = pin ?? there(graph, thing) ?? placeOf(thing, places)
    if (!known) fresh.add(thing.id)
    const middle = known ? undefined : middleOf(thing, places)
    const point =
      known ?? middle ?? firstPlace(thing.id, placedNeighbours(graph, thing, ties), folded.things.size)
    const look = lookOf(thing, ties.length, folded.things.size, point, pin !== undefined)
    if (graph.hasNode(thing.id)) graph.mergeNodeAttributes(thing.id, look)
    else graph.addNode(thing.id, look)
  }
  return fresh
}

/** The other half: the ties between them. */
export function showTies(graph: CanvasGraph, folded: Folded): void {
  for (const tie of folded.ties.values()) showTie(graph, tie, folded.things.size)
}

/** Where a thing is drawn now, unless what is drawn there is a group that it was in, or it has just been let go. */
function there(graph: CanvasGraph, thing: Thing): Point | undefined {
  if (!graph.hasNode(thing.id)) return undefined
  const look = graph.getNodeAttributes(thing.id)
  return look.group === (thing.group?.key ?? '') && !look.pinned ? look : undefined
}

function placeOf(thing: Thing, places: ReadonlyMap<string, Point>): Point | undefined {
  for (const key of placeKeys(thing)) {
    const point = places.get(key)
    if (point) return point
  }
  return undefined
}

/** A group begins in the middle of what it is shown in place of. */
function middleOf(thing: Thing, places: ReadonlyMap<string, Point>): Point | undefined {
  if (!thing.group) return undefined
  const points = thing.group.things.map((t) => placeOf(t, places)).filter((point) => point !== undefined)
  if (points.length === 0) return undefined
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }))
  return { x: sum.x / points.length, y: sum.y / points.length }
}

function placedNeighbours(graph: CanvasGraph, thing: Thing, ties: readonly Tie[]): Point[] {
  const placed: Point[] = []
  for (const tie of ties) {
    const id = otherEnd(tie, thing.id)
    if (graph.hasNode(id)) placed.push(graph.getNodeAttributes(id))
  }
  return placed
}

function lookOf(thing: Thing, ties: number, things: number, { x, y }: Point, pinned: boolean): NodeLook {
  const { colour, icon } = looks[thing.kind]
  return {
    x,
    y,
    size: thing.group ? groupSize(thing.group.things.length, things) : nodeSize(ties, things),
    label: thing.label,
    countries: countriesOf(thing),
    color: colour,
    image: (thing.role && roleIcons[thing.role]) ?? icon,
    kind: thing.kind,
    group: thing.group?.key ?? '',
    pinned,
  }
}

function countriesOf({ owners }: Thing): string {
  const [owner] = owners
  if (owner && owners.length === 1) return owner.country
  return [...new Set(owners.map(({ country }) => country))].join(' ')
}

function showTie(graph: CanvasGraph, tie: Tie, things: number): void {
  const look: EdgeLook = {
    size: edgeSize(tie.links.length, things),
    links: tie.links.length,
    bothWays: tie.bothWays,
  }
  const there = graph.hasEdge(tie.id)
  if (there && graph.source(tie.id) === tie.from) {
    graph.replaceEdgeAttributes(tie.id, look)
    return
  }
  if (there) graph.dropEdge(tie.id)
  graph.addEdgeWithKey(tie.id, tie.from, tie.to, look)
}

import { looks, roleIcons } from '../kinds/look'
import type { CanvasGraph } from './CanvasGraph'
import { groupSize, type NodeLook, nodeSize } from './looks'
import { firstPlace, type Point } from './place'
import { type Folded, otherEnd, placeKeys, type Thing, type Tie } from './thing'

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
  graph.tie(folded)
  return fresh
}

/** The first half of `show`: takes off things that are gone, and puts the others where they are. */
export function showThings(
  graph: CanvasGraph,
  folded: Folded,
  places: ReadonlyMap<string, Point>,
  pins: ReadonlyMap<string, Point> = new Map(),
): Set<string> {
  graph.keep(folded.things)
  const fresh = new Set<string>()
  for (const thing of folded.things.values()) {
    const ties = folded.tiesOf.get(thing.id) ?? []
    const pin = placeOf(thing, pins)
    const known = pin ?? there(graph, thing) ?? placeOf(thing, places)
    if (!known) fresh.add(thing.id)
    const middle = known ? undefined : middleOf(thing, places)
    const point =
      known ?? middle ?? firstPlace(thing.id, placedNeighbours(graph, thing, ties), folded.things.size)
    graph.put(thing.id, lookOf(thing, ties.length, folded.things.size, point, pin !== undefined))
  }
  return fresh
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

import type { CanvasGraph } from './CanvasGraph'
import type { Point } from './place'
import { placeKeys, type Thing } from './thing'

/** Room between things that are gathered, in the layout's units. */
const room = 12

/** Places for things in a tight block to the right of everything else, in the order of their labels. */
export function gatheredPlaces(graph: CanvasGraph, things: readonly Thing[]): Map<string, Point> {
  const chosen = new Set(things.map((thing) => thing.id))
  let right = 0
  let top = 0
  let any = false
  graph.forEachNode((id, { x, y }) => {
    if (chosen.has(id)) return
    right = any ? Math.max(right, x) : x
    top = any ? Math.max(top, y) : y
    any = true
  })
  const columns = Math.ceil(Math.sqrt(things.length))
  const sorted = [...things].sort((a, b) => a.label.localeCompare(b.label) || (a.id < b.id ? -1 : 1))
  const places = new Map<string, Point>()
  sorted.forEach((thing, i) => {
    const point = { x: right + room * (4 + (i % columns)), y: top - room * Math.floor(i / columns) }
    for (const key of placeKeys(thing)) places.set(key, point)
  })
  return places
}

import type { Path } from '../canvas/CanvasStore'
import type { Folded } from '../canvas/fold'

/** The nodes and edges of the canvas that show a path. */
export function pathMarks(path: Path, folded: Folded): { nodes: Set<string>; edges: Set<string> } {
  const things = path.entities.map((entity) => {
    for (const record of entity.records) {
      const thing = folded.thingOf.get(record.id)
      if (thing !== undefined) return thing
    }
    return null
  })
  const edges = new Set<string>()
  things.forEach((to, i) => {
    const from = things[i - 1]
    if (!from || !to) return
    edges.add(from < to ? `${from} ${to}` : `${to} ${from}`)
  })
  return { nodes: new Set(things.filter((thing) => thing !== null)), edges }
}

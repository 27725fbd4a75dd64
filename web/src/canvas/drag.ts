import type Sigma from 'sigma'
import type { CanvasGraph } from './CanvasGraph'
import type { EdgeLook, NodeLook } from './looks'
import type { Point } from './place'

/** How far in pixels a press may wander and still be a click. */
const wander = 4

/** Moves things with the pointer, those marked together, and tells where they were put. */
export class Drag {
  private held: { id: string; from: Point; at: Point; places: Map<string, Point> } | null = null
  private far = false

  constructor(
    sigma: Sigma<NodeLook, EdgeLook>,
    graph: CanvasGraph,
    together: (id: string) => readonly string[],
    put: (places: ReadonlyMap<string, Point>) => void,
    onMoved: (places: ReadonlyMap<string, Point>) => void,
  ) {
    sigma.on('downNode', ({ node, event }) => {
      const places = new Map<string, Point>()
      for (const id of together(node)) {
        if (!graph.hasNode(id)) continue
        const { x, y } = graph.getNodeAttributes(id)
        places.set(id, { x, y })
      }
      this.far = false
      this.held = { id: node, from: { x: event.x, y: event.y }, at: sigma.viewportToGraph(event), places }
    })
    sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
      if (!this.held) return
      preventSigmaDefault()
      event.original.preventDefault()
      const { from, at, places } = this.held
      this.far ||= Math.hypot(event.x - from.x, event.y - from.y) > wander
      if (!this.far) return
      const now = sigma.viewportToGraph(event)
      const moved = (place: Point) => ({ x: place.x + now.x - at.x, y: place.y + now.y - at.y })
      put(new Map([...places].map(([id, place]) => [id, moved(place)])))
    })
    const release = () => {
      const { held } = this
      this.held = null
      if (!held || !this.far) return
      const moved = new Map<string, Point>()
      for (const id of held.places.keys()) {
        if (!graph.hasNode(id)) continue
        const { x, y } = graph.getNodeAttributes(id)
        moved.set(id, { x, y })
      }
      onMoved(moved)
    }
    sigma.on('upNode', release)
    sigma.on('upStage', release)
  }

  /** Whether the press that ends now moved something, and so was no click. */
  moved(): boolean {
    return this.far
  }
}

import type Graph from 'graphology'
import type { LayoutAnswer, LayoutQuestion } from './layoutMessage'
import { perNode } from './layoutMessage'
import type { EdgeLook, NodeLook } from './looks'

/** How long a layout runs: fewer rounds for larger graphs. */
function iterationsFor(order: number): number {
  return Math.round(Math.max(60, Math.min(600, 400_000 / (order + 1))))
}

/** The question to the worker. Nodes in `still` do not move. */
export function question(graph: Graph<NodeLook, EdgeLook>, still: ReadonlySet<string>): LayoutQuestion {
  const nodes = new Float32Array(graph.order * perNode)
  const offsets = new Map<string, number>()
  let at = 0
  graph.forEachNode((id, look) => {
    offsets.set(id, at)
    nodes.set([look.x, look.y, 0, 0, 0, 0, 1 + graph.degree(id), 1, look.size, still.has(id) ? 1 : 0], at)
    at += perNode
  })
  const edges = new Float32Array(graph.size * 3)
  at = 0
  graph.forEachEdge((_, look, source, target) => {
    edges.set([offsets.get(source) ?? 0, offsets.get(target) ?? 0, 1 + Math.log(look.links)], at)
    at += 3
  })
  return { nodes, edges, iterations: iterationsFor(graph.order), separate: still.size === 0 }
}

/**
 * Lays a graph out in a worker and moves its nodes as answers come. Beginning
 * another layout, or `stop`, ends the one that runs.
 */
export class Layout {
  private worker: Worker | null = null

  run(graph: Graph<NodeLook, EdgeLook>, still: ReadonlySet<string>, onPlaces: (done: boolean) => void): void {
    this.stop()
    const order = graph.nodes()
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
    this.worker = worker
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      place(graph, order, still, data.places)
      if (data.done) this.stop()
      onPlaces(data.done)
    }
    const asked = question(graph, still)
    worker.postMessage(asked, [asked.nodes.buffer, asked.edges.buffer])
  }

  stop(): void {
    this.worker?.terminate()
    this.worker = null
  }
}

function place(
  graph: Graph<NodeLook, EdgeLook>,
  order: string[],
  still: ReadonlySet<string>,
  places: Float32Array,
): void {
  const index = new Map(order.map((id, i) => [id, i]))
  graph.updateEachNodeAttributes(
    (id, look) => {
      const i = index.get(id)
      const [x, y] = i === undefined ? [] : [places[2 * i], places[2 * i + 1]]
      return x === undefined || y === undefined || still.has(id) ? look : { ...look, x, y }
    },
    { attributes: ['x', 'y'] },
  )
}

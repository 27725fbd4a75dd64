import type Graph from 'graphology'
import type { LayoutAnswer, LayoutQuestion } from './layoutMessage'
import { perNode } from './layoutMessage'
import type { EdgeLook, NodeLook } from './looks'

/** How long a layout runs: fewer rounds for larger graphs. */
function iterationsFor(order: number): number {
  return Math.round(Math.max(12, Math.min(600, 400_000 / (order + 1))))
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

  /** Writes places into the graph without telling who follows it: `onPlaces` is to have them drawn. */
  run(graph: Graph<NodeLook, EdgeLook>, still: ReadonlySet<string>, onPlaces: (done: boolean) => void): void {
    this.stop()
    const index = new Map(graph.nodes().map((id, i) => [id, i]))
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
    this.worker = worker
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      place(graph, index, still, data.places)
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

/** In place: an event for all nodes would have every look made anew. */
function place(
  graph: Graph<NodeLook, EdgeLook>,
  index: ReadonlyMap<string, number>,
  still: ReadonlySet<string>,
  places: Float32Array,
): void {
  graph.forEachNode((id, look) => {
    const i = still.has(id) ? undefined : index.get(id)
    if (i === undefined) return
    look.x = places[2 * i] ?? look.x
    look.y = places[2 * i + 1] ?? look.y
  })
}

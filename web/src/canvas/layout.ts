import { Hold } from './apart'
import type { CanvasGraph } from './CanvasGraph'
import type { LayoutAnswer, LayoutQuestion } from './layoutMessage'
import { perNode } from './layoutMessage'
import type { NodeLook } from './looks'

/** How long a layout runs: fewer rounds for larger graphs. */
function iterationsFor(order: number): number {
  return Math.round(Math.max(12, Math.min(600, 400_000 / (order + 1))))
}

/**
 * The question to the worker. Nodes in `still` do not move. Those that do are kept
 * from covering each other and groups, as all is drawn in so many pixels.
 */
export function question(graph: CanvasGraph, still: ReadonlySet<string>, pixels: number): LayoutQuestion {
  const holds = new Uint8Array(graph.order)
  const nodes = new Float32Array(graph.order * perNode)
  const offsets = new Map<string, number>()
  let at = 0
  graph.forEachNode((id, look) => {
    offsets.set(id, at)
    nodes[at] = look.x
    nodes[at + 1] = look.y
    nodes[at + 6] = 1
    nodes[at + 7] = 1
    nodes[at + 8] = look.size
    nodes[at + 9] = still.has(id) ? 1 : 0
    holds[at / perNode] = still.has(id) ? (look.group === '' ? Hold.NONE : Hold.STAYS) : Hold.FREE
    at += perNode
  })
  const edges = new Float32Array(graph.size * 3)
  at = 0
  graph.forEachEdge((_, look, source, target) => {
    edges[at + 2] = 1 + Math.log(look.links)
    for (const end of [source, target]) {
      const offset = offsets.get(end) ?? 0
      edges[at++] = offset
      // What has more ties weighs more.
      nodes[offset + 6] = 1 + (nodes[offset + 6] ?? 0)
    }
    at++
  })
  return { nodes, edges, iterations: iterationsFor(graph.order), separate: still.size === 0, holds, pixels }
}

/**
 * Lays a graph out in a worker and moves its nodes as answers come. Beginning
 * another layout, or `stop`, ends the one that runs.
 */
export class Layout {
  private worker: Worker | null = null

  /** Writes places into the graph without telling who follows it: `onPlaces` is to have them drawn. */
  run(
    graph: CanvasGraph,
    still: ReadonlySet<string>,
    pixels: number,
    onPlaces: (done: boolean) => void,
  ): void {
    this.stop()
    const looks = graph.nodes().map((id) => (still.has(id) ? null : graph.getNodeAttributes(id)))
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
    this.worker = worker
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      place(looks, data.places)
      if (data.done) this.stop()
      onPlaces(data.done)
    }
    const asked = question(graph, still, pixels)
    worker.postMessage(asked, [asked.nodes.buffer, asked.edges.buffer, asked.holds.buffer])
  }

  stop(): void {
    this.worker?.terminate()
    this.worker = null
  }
}

/** In place: an event for all nodes would have every look made anew. Those that stay have null here. */
function place(looks: readonly (NodeLook | null)[], places: Float32Array): void {
  for (let i = 0; i < looks.length; i++) {
    const look = looks[i]
    if (!look) continue
    look.x = places[2 * i] ?? look.x
    look.y = places[2 * i + 1] ?? look.y
  }
}

/// <reference lib="webworker" />
import defaults from 'graphology-layout-forceatlas2/defaults.js'
import attract from 'graphology-layout-forceatlas2/iterate.js'
import separate from 'graphology-layout-noverlap/iterate.js'
import { pushedApart } from './apart'
import { coarsened, unfolded } from './coarse'
import { type LayoutAnswer, type LayoutQuestion, perNode } from './layoutMessage'

/** Places are told this often, in milliseconds, so that the canvas is never busy with them. */
function tellEvery(order: number): number {
  return Math.max(120, order / 10)
}

/** Up to this many nodes are laid out as they are; more begin as a smaller graph. */
const few = 3000
/** Half of what is left between two discs, in pixels. */
const gap = 2
/** Among more discs than this, too small to cover each other, none is pushed. */
const mostPushed = 12_000

function settingsFor(order: number) {
  return {
    ...defaults,
    barnesHutOptimize: order > 1000,
    barnesHutTheta: order > few ? 1.2 : 0.7,
    strongGravityMode: true,
    gravity: 0.15,
    scalingRatio: 10,
    slowDown: 1 + Math.log(order + 1),
    linLogMode: false,
    outboundAttractionDistribution: false,
  }
}

/** The middle of places and the longer side of what they cover. */
function extentOf(nodes: Float32Array) {
  const low = [Infinity, Infinity]
  const high = [-Infinity, -Infinity]
  for (let n = 0; n < nodes.length; n += perNode) {
    for (const axis of [0, 1]) {
      low[axis] = Math.min(low[axis] ?? 0, nodes[n + axis] ?? 0)
      high[axis] = Math.max(high[axis] ?? 0, nodes[n + axis] ?? 0)
    }
  }
  const [x0 = 0, y0 = 0] = low
  const [x1 = 0, y1 = 0] = high
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2, side: Math.max(x1 - x0, y1 - y0) || 1 }
}

type Extent = ReturnType<typeof extentOf>

/** Tells places, in the extent that the drawing keeps where there is one. */
function tell(nodes: Float32Array, kept: Extent | null, done: boolean): void {
  const places = new Float32Array((nodes.length / perNode) * 2)
  for (let i = 0, n = 0; n < nodes.length; n += perNode) {
    places[i++] = nodes[n] ?? 0
    places[i++] = nodes[n + 1] ?? 0
  }
  const now = kept && extentOf(nodes)
  for (let i = 0; now && i < places.length; i += 2) {
    places[i] = kept.x + ((places[i] ?? 0) - now.x) * (kept.side / now.side)
    places[i + 1] = kept.y + ((places[i + 1] ?? 0) - now.y) * (kept.side / now.side)
  }
  const answer: LayoutAnswer = { places, done }
  self.postMessage(answer, { transfer: [places.buffer] })
}

function pushApart(nodes: Float32Array): void {
  const order = nodes.length / perNode
  const discs = new Float32Array(order * 3)
  for (let i = 0; i < order; i++) {
    discs.set([nodes[i * perNode] ?? 0, nodes[i * perNode + 1] ?? 0, nodes[i * perNode + 8] ?? 1], i * 3)
  }
  const settings = {
    margin: 2,
    ratio: 1,
    expansion: 1.1,
    gridSize: Math.max(30, Math.round(Math.sqrt(order))),
    speed: 3,
  }
  for (let step = 0; step < 60; step++) if (separate(settings, discs).converged) break
  for (let i = 0; i < order; i++) nodes.set([discs[i * 3] ?? 0, discs[i * 3 + 1] ?? 0], i * perNode)
}

/** Keeps new discs from covering each other and groups, at the size that they have when all of it is in the picture. */
function pushNew(nodes: Float32Array, { holds, pixels }: LayoutQuestion): void {
  const order = nodes.length / perNode
  const unit = extentOf(nodes).side / pixels
  const discs = new Float32Array(order * 3)
  for (let i = 0; i < order; i++) {
    const radius = ((nodes[i * perNode + 8] ?? 1) + gap) * unit
    discs.set([nodes[i * perNode] ?? 0, nodes[i * perNode + 1] ?? 0, radius], i * 3)
  }
  pushedApart(discs, holds)
  for (let i = 0; i < order; i++) nodes.set([discs[i * 3] ?? 0, discs[i * 3 + 1] ?? 0], i * perNode)
}

/** Lays out a smaller graph first where that helps, and lets the whole settle from there. */
function arrange(nodes: Float32Array, edges: Float32Array, rounds: number, onRound: () => void): void {
  const order = nodes.length / perNode
  const coarse = order > few ? coarsened(nodes, edges) : null
  if (coarse && coarse.nodes.length < 0.8 * nodes.length) {
    arrange(coarse.nodes, coarse.edges, Math.max(100, 3 * rounds), () => undefined)
    unfolded(nodes, coarse)
  }
  settle(nodes, edges, rounds, onRound)
}

function settle(nodes: Float32Array, edges: Float32Array, rounds: number, onRound: () => void): void {
  const settings = settingsFor(nodes.length / perNode)
  for (let i = 0; i < rounds; i++) {
    attract(settings, nodes, edges)
    onRound()
  }
}

self.onmessage = ({ data }: MessageEvent<LayoutQuestion>) => {
  const { nodes, edges, iterations } = data
  const order = nodes.length / perNode
  const kept = data.separate && order > few ? extentOf(nodes) : null
  let told = performance.now()
  const onRound = () => {
    if (performance.now() - told <= tellEvery(order)) return
    tell(nodes, kept, false)
    told = performance.now()
  }
  if (data.separate) arrange(nodes, edges, iterations, onRound)
  else settle(nodes, edges, iterations, onRound)
  if (order <= mostPushed) {
    if (data.separate) pushApart(nodes)
    else pushNew(nodes, data)
  }
  tell(nodes, kept, true)
}

/// <reference lib="webworker" />
import defaults from 'graphology-layout-forceatlas2/defaults.js'
import attract from 'graphology-layout-forceatlas2/iterate.js'
import separate from 'graphology-layout-noverlap/iterate.js'
import { coarsened, unfolded } from './coarse'
import { type LayoutAnswer, type LayoutQuestion, perNode } from './layoutMessage'

/** Places are told this often, in milliseconds, so that the canvas is never busy with them. */
function tellEvery(order: number): number {
  return Math.max(120, order / 10)
}

/** Up to this many nodes are laid out as they are; more begin as a smaller graph. */
const few = 3000
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

function tell(nodes: Float32Array, done: boolean): void {
  const places = new Float32Array((nodes.length / perNode) * 2)
  for (let i = 0, n = 0; n < nodes.length; n += perNode) {
    places[i++] = nodes[n] ?? 0
    places[i++] = nodes[n + 1] ?? 0
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
  let told = performance.now()
  const onRound = () => {
    if (performance.now() - told <= tellEvery(order)) return
    tell(nodes, false)
    told = performance.now()
  }
  if (data.separate) arrange(nodes, edges, iterations, onRound)
  else settle(nodes, edges, iterations, onRound)
  if (data.separate && order <= mostPushed) pushApart(nodes)
  tell(nodes, true)
}

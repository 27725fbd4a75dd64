/// <reference lib="webworker" />
import defaults from 'graphology-layout-forceatlas2/defaults.js'
import attract from 'graphology-layout-forceatlas2/iterate.js'
import separate from 'graphology-layout-noverlap/iterate.js'
import { type LayoutAnswer, type LayoutQuestion, perNode } from './layoutMessage'

/** Places are told this often, in milliseconds, so that the canvas is never busy with them. */
const tellEvery = 120

function settingsFor(order: number) {
  return {
    ...defaults,
    barnesHutOptimize: order > 1000,
    barnesHutTheta: 0.7,
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
  const settings = { margin: 2, ratio: 1, expansion: 1.1, gridSize: 30, speed: 3 }
  for (let step = 0; step < 60; step++) if (separate(settings, discs).converged) break
  for (let i = 0; i < order; i++) nodes.set([discs[i * 3] ?? 0, discs[i * 3 + 1] ?? 0], i * perNode)
}

self.onmessage = ({ data }: MessageEvent<LayoutQuestion>) => {
  const settings = settingsFor(data.nodes.length / perNode)
  let told = performance.now()
  for (let i = 0; i < data.iterations; i++) {
    attract(settings, data.nodes, data.edges)
    if (performance.now() - told > tellEvery) {
      tell(data.nodes, false)
      told = performance.now()
    }
  }
  if (data.separate) pushApart(data.nodes)
  tell(data.nodes, true)
}

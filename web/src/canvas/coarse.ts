import { perNode } from './layoutMessage'

/** A smaller graph in place of a larger one. Both are in the layout's own numbers. */
export interface Coarse {
  nodes: Float32Array
  edges: Float32Array
  /** For each node of the larger graph, which node of the smaller stands for it. */
  sunOf: Int32Array
}

/**
 * Takes each node that is left together with its neighbours that are left, as
 * suns and their planets (Hachul and Jünger, FM³, GD 2004): hubs shrink at once,
 * and the whole to a fifth or so. Masses add up, so that the extent stays.
 */
export function coarsened(nodes: Float32Array, edges: Float32Array): Coarse {
  const order = nodes.length / perNode
  const { first, others } = neighbours(order, edges)
  const sunOf = new Int32Array(order).fill(-1)
  let suns = 0
  for (let i = 0; i < order; i++) {
    if (sunOf[i] !== -1) continue
    sunOf[i] = suns
    for (let k = first[i] ?? 0; k < (first[i + 1] ?? 0); k++) {
      const other = others[k] ?? 0
      if (sunOf[other] === -1) sunOf[other] = suns
    }
    suns++
  }
  return { nodes: together(nodes, sunOf, suns), edges: between(edges, sunOf, suns), sunOf }
}

/** Puts nodes round the places of their suns, the same way every time. */
export function unfolded(nodes: Float32Array, { nodes: suns, sunOf }: Coarse): void {
  const placed = new Int32Array(suns.length / perNode)
  for (let i = 0; i < sunOf.length; i++) {
    const sun = sunOf[i] ?? 0
    const k = placed[sun] ?? 0
    placed[sun] = k + 1
    // Seeds of a sunflower: evenly spread, however many they are (Vogel, 1979).
    const [angle, away] = [k * 2.39996323, 4 * Math.sqrt(k)]
    nodes[i * perNode] = (suns[sun * perNode] ?? 0) + away * Math.cos(angle)
    nodes[i * perNode + 1] = (suns[sun * perNode + 1] ?? 0) + away * Math.sin(angle)
  }
}

function neighbours(order: number, edges: Float32Array) {
  const first = new Int32Array(order + 1)
  const ends = (edge: number) => [(edges[edge] ?? 0) / perNode, (edges[edge + 1] ?? 0) / perNode] as const
  for (let e = 0; e < edges.length; e += 3)
    for (const end of ends(e)) first[end + 1] = (first[end + 1] ?? 0) + 1
  for (let i = 0; i < order; i++) first[i + 1] = (first[i + 1] ?? 0) + (first[i] ?? 0)
  const next = first.slice()
  const others = new Int32Array((2 * edges.length) / 3)
  const put = (at: number, other: number) => {
    const k = next[at] ?? 0
    others[k] = other
    next[at] = k + 1
  }
  for (let e = 0; e < edges.length; e += 3) {
    const [a, b] = ends(e)
    put(a, b)
    put(b, a)
  }
  return { first, others }
}

function together(nodes: Float32Array, sunOf: Int32Array, suns: number): Float32Array {
  const sum = new Float32Array(suns * perNode)
  const held = new Int32Array(suns)
  sunOf.forEach((sun, i) => {
    held[sun] = (held[sun] ?? 0) + 1
    for (const part of [0, 1, 6]) {
      const at = sun * perNode + part
      sum[at] = (sum[at] ?? 0) + (nodes[i * perNode + part] ?? 0)
    }
  })
  for (let sun = 0; sun < suns; sun++) {
    const at = sun * perNode
    for (const part of [0, 1]) sum[at + part] = (sum[at + part] ?? 0) / (held[sun] ?? 1)
    sum.set([1, 1, 0], at + 7)
  }
  return sum
}

function between(edges: Float32Array, sunOf: Int32Array, suns: number): Float32Array {
  const weights = new Map<number, number>()
  for (let e = 0; e < edges.length; e += 3) {
    const [a, b] = [sunOf[(edges[e] ?? 0) / perNode] ?? 0, sunOf[(edges[e + 1] ?? 0) / perNode] ?? 0]
    if (a === b) continue
    const pair = Math.min(a, b) * suns + Math.max(a, b)
    weights.set(pair, (weights.get(pair) ?? 0) + (edges[e + 2] ?? 1))
  }
  const found = new Float32Array(weights.size * 3)
  let at = 0
  for (const [pair, weight] of weights) {
    found.set([Math.floor(pair / suns) * perNode, (pair % suns) * perNode, weight], at)
    at += 3
  }
  return found
}

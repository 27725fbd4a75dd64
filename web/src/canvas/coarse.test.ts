import { expect, test } from 'vitest'
import { coarsened, unfolded } from './coarse'
import { perNode } from './layoutMessage'

function nodesAt(...places: [number, number][]): Float32Array {
  return new Float32Array(places.flatMap(([x, y]) => [x, y, 0, 0, 0, 0, 2, 1, 3, 0]))
}

/** 0 – 1 – 2 – 3 – 4, and 5 alone. */
const line = nodesAt([0, 0], [2, 0], [4, 0], [6, 0], [8, 0], [9, 9])
const ties = new Float32Array([0, 1, 2, 3].flatMap((n) => [n * perNode, (n + 1) * perNode, 1]))

test('each node goes with the first neighbour that is a sun', () => {
  const coarse = coarsened(line, ties)
  expect([...coarse.sunOf]).toEqual([0, 0, 1, 1, 2, 3])
  const suns = [0, 1, 2, 3].map((i) => [...coarse.nodes.slice(i * perNode, i * perNode + 7)])
  expect(suns.map(([x, y]) => [x, y])).toEqual([
    [1, 0],
    [5, 0],
    [8, 0],
    [9, 9],
  ])
  expect(suns.map((sun) => sun[6])).toEqual([4, 4, 2, 2])
  expect([...coarse.edges]).toEqual([0, perNode, 1, perNode, 2 * perNode, 1])
})

test('the first lies where its sun lies, the others round it', () => {
  const coarse = coarsened(line, ties)
  coarse.nodes.set([100, 50], 0)
  const nodes = line.slice()
  unfolded(nodes, coarse)
  expect([nodes[0], nodes[1]]).toEqual([100, 50])
  expect(Math.hypot((nodes[perNode] ?? 0) - 100, (nodes[perNode + 1] ?? 0) - 50)).toBeCloseTo(4, 4)
})

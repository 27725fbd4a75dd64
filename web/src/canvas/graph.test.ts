import { expect, test } from 'vitest'
import type { CanvasLinkFragment, CanvasRecordFragment } from '../gql/graphql'
import { Hold } from './apart'
import { CanvasGraph } from './CanvasGraph'
import { nothing, withGraph } from './contents'
import { fold } from './fold'
import { show } from './graph'
import { question } from './layout'
import { perNode } from './layoutMessage'
import { firstPlace } from './place'

const owner = { id: 'o', name: 'Northshire Police', country: 'GB' }
const record = (id: string): CanvasRecordFragment => ({ id, kind: 'PERSON', label: id, owner })
const tie = (fromId: string, toId: string): CanvasLinkFragment => ({
  id: `${fromId}${toId}`,
  kind: 'ASSOCIATE',
  fromId,
  toId,
})
const two = withGraph(nothing, { records: [record('a'), record('b')], links: [tie('a', 'b')] })
const three = withGraph(two, { records: [record('c')], links: [tie('b', 'c')] })

test('a thing begins at the same place on every visit', () => {
  expect(firstPlace('a', [], 10)).toEqual(firstPlace('a', [], 10))
  expect(firstPlace('a', [], 10)).not.toEqual(firstPlace('b', [], 10))
})

test('what is added moves nothing that was there', () => {
  const graph = new CanvasGraph()
  expect([...show(graph, fold(two, true), new Map())]).toEqual(['a', 'b'])
  const before = [graph.getNodeAttributes('a'), graph.getNodeAttributes('b')].map(({ x, y }) => ({ x, y }))
  expect([...show(graph, fold(three, true), new Map())]).toEqual(['c'])
  expect([graph.getNodeAttributes('a'), graph.getNodeAttributes('b')].map(({ x, y }) => ({ x, y }))).toEqual(
    before,
  )
  const { nodes, separate, holds } = question(graph, new Set(['a', 'b']), 500)
  expect([nodes[9], nodes[perNode + 9], nodes[2 * perNode + 9]]).toEqual([1, 1, 0])
  expect(separate).toBe(false)
  expect([...holds]).toEqual([Hold.NONE, Hold.NONE, Hold.FREE])
})

test('what was taken off and comes back lies where it lay', () => {
  const graph = new CanvasGraph()
  const places = new Map([['c', { x: 5, y: 7 }]])
  show(graph, fold(three, true), places)
  expect(graph.getNodeAttributes('c').x).toBe(5)
  expect(graph.getNodeAttributes('c').y).toBe(7)
})

test('what is no longer there is not drawn', () => {
  const graph = new CanvasGraph()
  show(graph, fold(three, true), new Map())
  show(graph, fold(two, true), new Map())
  expect(graph.nodes()).toEqual(['a', 'b'])
  expect(graph.edges()).toEqual(['a b'])
})

test('edges are told by the offsets of their ends', () => {
  const graph = new CanvasGraph()
  show(graph, fold(three, true), new Map())
  expect([...question(graph, new Set(), 500).edges]).toEqual([0, perNode, 1, perNode, 2 * perNode, 1])
})

test('what takes something off is told from what only adds', () => {
  const graph = new CanvasGraph()
  expect(graph.lacks(fold(two, true))).toBe(false)
  show(graph, fold(two, true), new Map())
  expect(graph.lacks(fold(three, true))).toBe(false)
  show(graph, fold(three, true), new Map())
  expect(graph.lacks(fold(two, true))).toBe(true)
})

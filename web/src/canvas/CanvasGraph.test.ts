import { expect, test } from 'vitest'
import type { CanvasLinkFragment, CanvasRecordFragment } from '../gql/graphql'
import { CanvasGraph } from './CanvasGraph'
import { nothing, withGraph } from './contents'
import { fold } from './fold'
import { show } from './graph'

const owner = { id: 'o', name: 'Northshire Police', country: 'GB' }
const record = (id: string): CanvasRecordFragment => ({ id, kind: 'PERSON', label: id, owner })
const link = (id: string, fromId: string, toId: string): CanvasLinkFragment => ({
  id,
  kind: 'ASSOCIATE',
  fromId,
  toId,
})
const records = ['a', 'b', 'c'].map(record)
const two = fold(withGraph(nothing, { records, links: [link('1', 'a', 'b'), link('2', 'b', 'c')] }), true)
const twice = fold(
  withGraph(nothing, {
    records,
    links: [link('1', 'a', 'b'), link('2', 'b', 'c'), link('3', 'b', 'a'), link('4', 'a', 'c')],
  }),
  true,
)

function told(graph: CanvasGraph): string[] {
  const heard: string[] = []
  for (const change of ['nodeAdded', 'nodeAttributesUpdated', 'edgeAdded', 'edgeAttributesUpdated'] as const)
    graph.on(change, ({ key }) => heard.push(`${change} ${key}`))
  return heard
}

test('what is new is told, and of edges what looks otherwise', () => {
  const graph = new CanvasGraph()
  show(graph, two, new Map())
  const heard = told(graph)
  graph.tie(twice)
  expect(heard).toEqual(['edgeAttributesUpdated a b', 'edgeAdded a c'])
  graph.move('a', { x: 1, y: 2 })
  expect(heard.slice(2)).toEqual(['nodeAttributesUpdated a'])
})

test('who no longer listens is told nothing', () => {
  const graph = new CanvasGraph()
  const heard: string[] = []
  const listener = ({ key }: { key: string }) => heard.push(key)
  graph.on('nodeAdded', listener)
  graph.removeListener('nodeAdded', listener)
  show(graph, two, new Map())
  expect(heard).toEqual([])
})

test('a node that changes keeps its look, for a layout that holds it', () => {
  const graph = new CanvasGraph()
  show(graph, two, new Map())
  const held = graph.getNodeAttributes('a')
  show(graph, twice, new Map([['a', { x: 8, y: 9 }]]))
  expect(graph.getNodeAttributes('a')).toBe(held)
})

test('edges that look alike are one', () => {
  const graph = new CanvasGraph()
  show(graph, two, new Map())
  expect(graph.getEdgeAttributes('a b')).toBe(graph.getEdgeAttributes('b c'))
  show(graph, twice, new Map())
  expect(graph.getEdgeAttributes('a b')).toMatchObject({ links: 2, bothWays: true })
  expect(graph.edgesOf('b')).toEqual(['a b', 'b c'])
})

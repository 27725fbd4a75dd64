import { expect, test } from 'vitest'
import type { CanvasLinkFragment, CanvasRecordFragment } from '../gql/graphql'
import { CanvasGraph } from './CanvasGraph'
import { nothing, withGraph, withoutRecords } from './contents'
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
const contents = withGraph(nothing, {
  records,
  links: [link('1', 'a', 'b'), link('2', 'b', 'c'), link('3', 'b', 'a'), link('4', 'a', 'c')],
})
const twice = fold(contents, true)

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
  expect(heard).toEqual(['edgeAttributesUpdated 1', 'edgeAdded 3'])
  expect(graph.tieAt('3').id).toBe('a c')
  graph.move('b', { x: 1, y: 2 })
  expect(heard.slice(2)).toEqual(['nodeAttributesUpdated 2'])
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
  const held = graph.look('a')
  show(graph, twice, new Map([['a', { x: 8, y: 9 }]]))
  expect(graph.look('a')).toBe(held)
})

test('edges that look alike have one look', () => {
  const graph = new CanvasGraph()
  show(graph, two, new Map())
  const lookOf = (id: string) => graph.lookOf(graph.tieAt(graph.edgeKey(id)))
  expect(lookOf('a b')).toBe(lookOf('b c'))
  show(graph, twice, new Map())
  expect(lookOf('a b')).toMatchObject({ links: 2, bothWays: true })
  expect(graph.tiesOf('b').map((tie) => tie.id)).toEqual(['a b', 'b c'])
})

test('where something goes what stays has the keys from 1 on', () => {
  const graph = new CanvasGraph()
  show(graph, twice, new Map())
  show(graph, fold(withoutRecords(contents, ['a']), true), new Map())
  expect(graph.nodes().map((id) => graph.look(id).key)).toEqual(['1', '2'])
  expect([graph.lookAt('1')?.id, graph.lookAt('2')?.id, graph.lookAt('3')]).toEqual(['b', 'c', undefined])
  expect(graph.allEdgeKeys().map((key) => graph.tieAt(key).id)).toEqual(['b c'])
  show(graph, twice, new Map())
  expect(graph.allEdgeKeys().map((key) => graph.tieAt(key).id)).toEqual(['b c', 'a b', 'a c'])
  expect(graph.lookAt('3')?.id).toBe('a')
})

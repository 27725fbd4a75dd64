import type Sigma from 'sigma'
import { CanvasGraph, type Change } from './CanvasGraph'
import type { EdgeLook, NodeLook } from './looks'

type Drawable = Parameters<Sigma<NodeLook, EdgeLook>['setGraph']>[0]
type Listener = Parameters<CanvasGraph['on']>[1]
type Asked = 'multi' | 'order' | 'hasNode' | 'hasEdge' | 'nodes' | 'edges' | 'extremities'

/** What sigma 3.0.3 asks of a graph, by sigma's names and by keys. */
class SigmaGraph implements Pick<Drawable, Asked> {
  /** Sigma knows a graph by this and the two functions at the end. */
  readonly multi = false

  constructor(private readonly graph: CanvasGraph) {}

  get order(): number {
    return this.graph.order
  }

  on(change: Change, listener: Listener): void {
    this.graph.on(change, listener)
  }

  removeListener(change: Change, listener: Listener): void {
    this.graph.removeListener(change, listener)
  }

  hasNode(key: unknown): boolean {
    return this.graph.lookAt(String(key)) !== undefined
  }

  hasEdge(key: unknown): boolean {
    return this.edges().includes(String(key))
  }

  nodes(): string[] {
    const keys: string[] = []
    this.graph.forEachNode(({ key }) => keys.push(key))
    return keys
  }

  edges(): string[] {
    return this.graph.allEdgeKeys()
  }

  getNodeAttributes(key: string): NodeLook | undefined {
    return this.graph.lookAt(key)
  }

  getEdgeAttributes(key: string): EdgeLook {
    return this.graph.lookOf(this.graph.tieAt(key))
  }

  extremities(key: unknown): [string, string] {
    const { from, to } = this.graph.tieAt(String(key))
    return [this.graph.look(from).key, this.graph.look(to).key]
  }

  forEachNode(each: (key: string, look: NodeLook) => void): void {
    this.graph.forEachNode((look) => each(look.key, look))
  }

  forEachEdge(each: (key: string, look: EdgeLook) => void): void {
    this.graph.forEachTie((_, look, key) => each(key, look))
  }

  addUndirectedEdgeWithKey(): never {
    throw new Error('a drawing changes nothing')
  }

  dropNode(): never {
    throw new Error('a drawing changes nothing')
  }
}

/** A graph as sigma is given it, whose type asks for all that a library's graph has. */
export function drawable(graph: CanvasGraph): Drawable {
  return new SigmaGraph(graph) as unknown as Drawable
}

/** Nothing to draw. */
export function nothingDrawn(): Drawable {
  return drawable(new CanvasGraph())
}

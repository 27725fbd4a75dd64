import type Sigma from 'sigma'
import { type EdgeLook, edgeLooks, type NodeLook } from './looks'
import type { Point } from './place'
import { type Folded, nothingFolded, type Thing, type Tie } from './thing'

type Drawable = Parameters<Sigma<NodeLook, EdgeLook>['setGraph']>[0]
/** What sigma follows. Nodes and edges that go are not told: Drawing has sigma look away meanwhile. */
type Change = 'nodeAdded' | 'nodeAttributesUpdated' | 'edgeAdded' | 'edgeAttributesUpdated'
type Listener = (change: { key: string }) => void

/**
 * The graph that is drawn: looks of things, and their ties as they are folded. It answers what sigma
 * asks of a graph, by sigma's names, and keeps nothing twice: a library's graph of 150,000 edges has a
 * million objects of its own to be cleared away (docs/decisions/0149-a-graph-of-our-own-for-the-drawing.md).
 */
export class CanvasGraph {
  /** Sigma knows a graph by this, `dropNode` and `addUndirectedEdgeWithKey`. */
  readonly multi = false
  private readonly looks = new Map<string, NodeLook>()
  private ties: Folded['ties'] = nothingFolded.ties
  private byEnd: Folded['tiesOf'] = nothingFolded.tiesOf
  private alike = edgeLooks(0)
  private readonly listeners = new Map<string, Set<Listener>>()

  /** For sigma, whose type asks for all that a library's graph has. */
  get drawable(): Drawable {
    return this as unknown as Drawable
  }

  on(change: Change, listener: Listener): this {
    const heard = this.listeners.get(change) ?? new Set()
    this.listeners.set(change, heard.add(listener))
    return this
  }

  removeListener(change: Change, listener: Listener): void {
    this.listeners.get(change)?.delete(listener)
  }

  private tell(change: Change, key: string): void {
    for (const listener of this.listeners.get(change) ?? []) listener({ key })
  }

  get order(): number {
    return this.looks.size
  }

  get size(): number {
    return this.ties.size
  }

  hasNode(id: string): boolean {
    return this.looks.has(id)
  }

  hasEdge(id: string): boolean {
    return this.ties.has(id)
  }

  nodes(): string[] {
    return [...this.looks.keys()]
  }

  edges(): string[] {
    return [...this.ties.keys()]
  }

  /** The look of a node that is there. Places in it are written in place. */
  getNodeAttributes(id: string): NodeLook {
    return this.there(this.looks.get(id))
  }

  /** The look of an edge that is there; others that look alike have the same. */
  getEdgeAttributes(id: string): EdgeLook {
    return this.lookOf(this.there(this.ties.get(id)))
  }

  extremities(id: string): [string, string] {
    const { from, to } = this.there(this.ties.get(id))
    return [from, to]
  }

  private there<T>(found: T | undefined): T {
    if (found === undefined) throw new Error('neither a node nor an edge of the graph')
    return found
  }

  private lookOf(tie: Tie): EdgeLook {
    return this.alike(tie.links.length, tie.bothWays)
  }

  /** The ids of a node's edges. */
  edgesOf(id: string): string[] {
    return (this.byEnd.get(id) ?? []).map((tie) => tie.id)
  }

  forEachNode(each: (id: string, look: NodeLook) => void): void {
    for (const [id, look] of this.looks) each(id, look)
  }

  forEachEdge(each: (id: string, look: EdgeLook, from: string, to: string) => void): void {
    for (const tie of this.ties.values()) each(tie.id, this.lookOf(tie), tie.from, tie.to)
  }

  /** Whether showing what is folded takes anything off. */
  lacks({ things, ties }: Folded): boolean {
    for (const id of this.looks.keys()) if (!things.has(id)) return true
    for (const id of this.ties.keys()) if (!ties.has(id)) return true
    return false
  }

  /** Adds a node, or changes what is there: who holds its look goes on with the same. */
  put(id: string, look: NodeLook): void {
    const known = this.looks.get(id)
    if (known) Object.assign(known, look)
    else this.looks.set(id, look)
    this.tell(known ? 'nodeAttributesUpdated' : 'nodeAdded', id)
  }

  /** Puts a node that is there elsewhere. */
  move(id: string, place: Point): void {
    Object.assign(this.getNodeAttributes(id), place)
    this.tell('nodeAttributesUpdated', id)
  }

  /** Takes off nodes that are none of these things. Their edges are there until `tie`. */
  keep(things: ReadonlyMap<string, Thing>): void {
    for (const id of this.looks.keys()) if (!things.has(id)) this.dropNode(id)
  }

  dropNode(id: string): void {
    this.looks.delete(id)
  }

  /** Shows these ties and no others. All their ends are there. */
  tie({ things, ties, tiesOf }: Folded): void {
    const [before, was] = [this.ties, this.alike]
    this.ties = ties
    this.byEnd = tiesOf
    this.alike = edgeLooks(things.size)
    for (const tie of ties.values()) {
      const old = before.get(tie.id)
      if (!old) this.tell('edgeAdded', tie.id)
      else if (
        old.from !== tie.from ||
        old.bothWays !== tie.bothWays ||
        was(old.links.length, old.bothWays).size !== this.lookOf(tie).size
      )
        this.tell('edgeAttributesUpdated', tie.id)
    }
  }

  /** Ties are given all at once. */
  addUndirectedEdgeWithKey(): never {
    throw new Error('ties are given all at once, by tie')
  }
}

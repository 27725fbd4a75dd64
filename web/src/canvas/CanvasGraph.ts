import { IdTable } from './idTable'
import { Keys } from './keys'
import { type EdgeLook, edgeLooks, type NodeLook } from './looks'
import type { Point } from './place'
import { type Folded, nothingFolded, type Thing, type Tie } from './thing'

/** What the drawing follows. What goes is not told: Drawing has sigma look away meanwhile. */
export type Change = 'nodeAdded' | 'nodeAttributesUpdated' | 'edgeAdded' | 'edgeAttributesUpdated'
type Listener = (change: { key: string }) => void

/**
 * The graph that is drawn: looks of things, and their ties as they are folded, by ids and by the keys that sigma
 * has of them. It keeps nothing twice: a library's graph of 150,000 edges has a million objects of its own to
 * be cleared away (docs/decisions/0149-a-graph-of-our-own-for-the-drawing.md).
 */
export class CanvasGraph {
  private readonly looks = new Map<string, NodeLook>()
  private ties: Folded['ties'] = nothingFolded.ties
  private byEnd: Folded['tiesOf'] = nothingFolded.tiesOf
  private alike = edgeLooks(0)
  private readonly nodeKeys = new Keys<NodeLook>()
  private readonly edgeKeys = new Keys<Tie>()
  private keyOf = new IdTable<string>()
  private readonly listeners = new Map<string, Set<Listener>>()

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
  look(id: string): NodeLook {
    return there(this.looks.get(id))
  }

  /** The look that has a key; undefined where none has. */
  lookAt(key: string): NodeLook | undefined {
    return this.nodeKeys.at(key)
  }

  /** The tie that has a key, which one has. */
  tieAt(key: string): Tie {
    return there(this.edgeKeys.at(key))
  }

  /** The key of an edge that is there. */
  edgeKey(id: string): string {
    return there(this.keyOf.get(id))
  }

  /** How a tie looks; others that look alike have the same. */
  lookOf(tie: Tie): EdgeLook {
    return this.alike(tie.links.length, tie.bothWays)
  }

  /** The ties of a node. */
  tiesOf(id: string): readonly Tie[] {
    return this.byEnd.get(id) ?? []
  }

  forEachNode(each: (look: NodeLook) => void): void {
    for (const look of this.looks.values()) each(look)
  }

  forEachTie(each: (tie: Tie, look: EdgeLook, key: string) => void): void {
    for (const key of this.edgeKeys.all()) {
      const tie = this.tieAt(key)
      each(tie, this.lookOf(tie), key)
    }
  }

  /** All keys of edges, in the order of drawing. */
  allEdgeKeys(): string[] {
    return this.edgeKeys.all()
  }

  /** Whether showing what is folded takes anything off. */
  lacks({ things, ties }: Folded): boolean {
    for (const id of this.looks.keys()) if (!things.has(id)) return true
    for (const id of this.ties.keys()) if (!ties.has(id)) return true
    return false
  }

  /** Adds a node, or changes what is there: who holds its look goes on with the same. */
  put(id: string, look: Omit<NodeLook, 'key'>): void {
    const known = this.looks.get(id)
    if (known) {
      Object.assign(known, look)
      this.tell('nodeAttributesUpdated', known.key)
      return
    }
    const added = { ...look, key: '' }
    added.key = this.nodeKeys.add(added)
    this.looks.set(id, added)
    this.tell('nodeAdded', added.key)
  }

  /** Puts a node that is there elsewhere. */
  move(id: string, place: Point): void {
    const look = Object.assign(this.look(id), place)
    this.tell('nodeAttributesUpdated', look.key)
  }

  /** Takes off nodes that are none of these things, and gives those left new keys. Edges stay until `tie`. */
  keep(things: ReadonlyMap<string, Thing>): void {
    const before = this.looks.size
    for (const id of this.looks.keys()) if (!things.has(id)) this.looks.delete(id)
    if (this.looks.size === before) return
    this.nodeKeys.clear()
    for (const look of this.looks.values()) look.key = this.nodeKeys.add(look)
  }

  /** Shows these ties and no others. All their ends are there. Where some go the others have new keys. */
  tie({ things, ties, tiesOf }: Folded): void {
    const [before, was] = [this.ties, this.alike]
    this.ties = ties
    this.byEnd = tiesOf
    this.alike = edgeLooks(things.size)
    for (const id of before.keys()) {
      if (ties.has(id)) continue
      this.edgeKeys.clear()
      this.keyOf = new IdTable()
      break
    }
    for (const tie of ties.values()) {
      const key = this.keyOf.get(tie.id)
      if (key === undefined) this.added(tie)
      else this.changed(key, tie, before.get(tie.id), was)
    }
  }

  private added(tie: Tie): void {
    const key = this.edgeKeys.add(tie)
    this.keyOf.set(tie.id, key)
    this.tell('edgeAdded', key)
  }

  private changed(key: string, tie: Tie, old: Tie | undefined, was: ReturnType<typeof edgeLooks>): void {
    this.edgeKeys.put(key, tie)
    const same =
      old?.from === tie.from &&
      old.bothWays === tie.bothWays &&
      was(old.links.length, old.bothWays).size === this.lookOf(tie).size
    if (!same) this.tell('edgeAttributesUpdated', key)
  }
}

function there<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('neither a node nor an edge of the graph')
  return found
}

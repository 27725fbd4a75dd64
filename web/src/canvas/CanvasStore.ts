import type { Failure } from '../api/failure'
import type { Found } from '../communities/match'
import type { ShortestPathQuery } from '../gql/graphql'
import { type Contents, nothing, withoutRecords } from './contents'
import { type Folded, fold } from './fold'
import { begun, changed, type History, redone, undone } from './history'
import type { Point } from './place'

export type Path = NonNullable<ShortestPathQuery['shortestPath']>

/** Everything about the canvas but the drawing. Ids of the selection and of a path's ends are of records. */
export interface CanvasState {
  history: History
  folded: Folded
  joinSame: boolean
  operations: readonly string[]
  /** Records that came with an operation's graph. */
  ground: ReadonlySet<string>
  selected: string | null
  from: string | null
  to: string | null
  path: Path | null
  communities: Found | null
  asking: boolean
  failure: Failure | null
  /** How many records of an opened view the caller does not see. */
  missing: number
}

const initial: CanvasState = {
  history: begun(nothing),
  folded: fold(nothing, true),
  joinSame: true,
  operations: [],
  ground: new Set(),
  selected: null,
  from: null,
  to: null,
  path: null,
  communities: null,
  asking: false,
  failure: null,
  missing: 0,
}

/** The canvas of this visit: it outlives the canvas page, and ends with the tab. */
export class CanvasStore {
  private state = initial
  private readonly listeners = new Set<() => void>()
  /** Where records lay when they were last drawn, those taken off included. */
  readonly places = new Map<string, Point>()

  readonly read = (): CanvasState => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  set(patch: Partial<CanvasState>): void {
    this.state = { ...this.state, ...patch }
    for (const listener of this.listeners) listener()
  }

  /** A change that can be undone. */
  change(contents: Contents, patch: Partial<CanvasState> = {}): void {
    this.show(changed(this.state.history, contents), patch)
  }

  /** A wholly new view, with nothing before it to go back to. */
  open(contents: Contents, patch: Partial<CanvasState>): void {
    this.state = { ...initial, joinSame: this.state.joinSame }
    this.show(begun(contents), patch)
  }

  undo(): void {
    this.show(undone(this.state.history))
  }

  redo(): void {
    this.show(redone(this.state.history))
  }

  joinSame(joinSame: boolean): void {
    this.set({ joinSame, folded: fold(this.state.history.present, joinSame) })
  }

  /** Takes a thing off, all its records. */
  remove(thing: string): void {
    const { folded, history } = this.state
    const records = folded.things.get(thing)?.records ?? []
    this.change(withoutRecords(history.present, records))
  }

  private show(history: History, patch: Partial<CanvasState> = {}): void {
    const present = history.present
    const there = (id: string | null) => (id !== null && present.records.has(id) ? id : null)
    const { selected, from, to, joinSame } = { ...this.state, ...patch }
    const kept = { selected: there(selected), from: there(from), to: there(to) }
    this.set({ ...patch, ...kept, history, folded: fold(present, joinSame) })
  }
}

/** The thing a record is part of on the canvas. */
export function thingOf(folded: Folded, record: string | null) {
  const id = record === null ? undefined : folded.thingOf.get(record)
  return id === undefined ? null : (folded.things.get(id) ?? null)
}

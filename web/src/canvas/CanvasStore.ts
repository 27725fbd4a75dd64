import type { Failure } from '../api/failure'
import { type Change, fatesOf } from '../change/change'
import type { Found } from '../communities/match'
import { fallen } from '../disruption/fall'
import type { CanvasConnectQuery, PathsQuery, RecordKind } from '../gql/graphql'
import {
  type Contents,
  type Expansion,
  nothing,
  withoutExpansion,
  withoutRecords,
  withPins,
} from './contents'
import { fold } from './fold'
import type { GroupNaming } from './grouping'
import { begun, changed, type History, redone, undone } from './history'
import { once } from './once'
import type { Point } from './place'
import { type Folded, placeKeys, type Thing } from './thing'

/** A path as it was found, with what it costs and whom it leads through. */
export type Route = PathsQuery['paths']['routes'][number]
export type Path = Route['path']
/** What joins several things. */
export type Joined = CanvasConnectQuery['connect']

/** The panels beside the drawing. */
export type PanelName = 'selection' | 'path' | 'communities' | 'views' | 'legend'

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
  /** The paths that were found, the best first; the one shown is among them. */
  routes: readonly Route[]
  /** What joins several things, shown in place of a path. */
  joined: Joined | null
  panel: PanelName
  /** A plan whose targets are taken out one after the other. */
  plan: PlanShown | null
  /** Two days that are compared. */
  change: Change | null
  communities: Found | null
  asking: boolean
  failure: Failure | null
  /** The kept view that was opened here, or saved last. */
  view: OpenedView | null
  /** Narrows the table and makes the rest of the drawing pale. */
  filter: Filter
  /** Things chosen together, by the lasso, in the table or on the timeline. */
  marked: ReadonlySet<string>
  /** Ties that are lit: those of a time, or of money that has flowed; true is the one of this moment. */
  lit: ReadonlyMap<string, boolean> | null
  /** The transfers of money that was followed, to be shown one after the other. */
  flow: ReadonlySet<string> | null
}

/** Targets of a plan, as records, in the order in which they are removed; `step` of them are gone. */
export interface PlanShown {
  targets: readonly string[]
  step: number
}

/** A kept view by its id, the version that was read, and whether the officer may change it. */
export interface OpenedView {
  id: string
  version: string
  own: boolean
}

/** What is looked for on the canvas. */
export interface Filter {
  words: string
  kind: RecordKind | null
}

/** Whether things are among what is looked for. */
export function matcher({ words, kind }: Filter): (thing: Thing) => boolean {
  const wanted = words.trim().toLocaleLowerCase()
  return (thing) =>
    (kind === null || thing.kind === kind) &&
    (wanted === '' || thing.label.toLocaleLowerCase().includes(wanted))
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
  routes: [],
  joined: null,
  panel: 'selection',
  plan: null,
  change: null,
  communities: null,
  asking: false,
  failure: null,
  view: null,
  filter: { words: '', kind: null },
  marked: new Set(),
  lit: null,
  flow: null,
}

/** What of the contents is folded; the rest is where and since when it is there. */
const foldedBy = ['records', 'links', 'roles', 'hidden', 'grouping'] as const

/** The canvas of this visit: it outlives the canvas page, and ends with the tab. */
export class CanvasStore {
  private state = initial
  private readonly listeners = new Set<() => void>()
  /** Where records lay when they were last drawn, those taken off included. */
  readonly places = new Map<string, Point>()
  private naming: GroupNaming = (_, value) => value
  private folds: { contents: Contents; joinSame: boolean; naming: GroupNaming; folded: Folded }[] = []
  /** What the canvas falls into, and what became of it: found once for the drawing and what is said beside it. */
  readonly fallen = once(fallen)
  readonly fatesOf = once(fatesOf)

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
    this.shown(changed(this.state.history, contents), patch)
  }

  /** A wholly new view, with nothing before it to go back to. */
  open(contents: Contents, patch: Partial<CanvasState>): void {
    this.state = { ...initial, joinSame: this.state.joinSame, panel: this.state.panel }
    this.shown(begun(contents), patch)
  }

  undo(): void {
    this.shown(undone(this.state.history))
  }

  redo(): void {
    this.shown(redone(this.state.history))
  }

  joinSame(joinSame: boolean): void {
    this.set({ joinSame, folded: this.folded(this.state.history.present, joinSame) })
  }

  /** Says what groups are called from now on. */
  nameGroups(naming: GroupNaming): void {
    this.naming = naming
    this.joinSame(this.state.joinSame)
  }

  /** A change of how things are shown, that can be undone like any other. */
  show(patch: Partial<Pick<Contents, 'hidden' | 'grouping'>>): void {
    this.change({ ...this.state.history.present, ...patch })
  }

  /** Shows a group thing by thing. */
  openGroup(key: string): void {
    const { grouping } = this.state.history.present
    this.show({ grouping: { ...grouping, opened: new Set([...grouping.opened, key]) } })
  }

  /** Holds things where they are put, or with null lets them go. */
  pin(places: ReadonlyMap<string, Point | null>): void {
    this.change(withPins(this.state.history.present, places))
  }

  /** Pins things of the drawing where they were put. */
  pinThings(moved: ReadonlyMap<string, Point>): void {
    const pins = new Map<string, Point>()
    for (const [id, point] of moved) {
      const thing = this.state.folded.things.get(id)
      if (thing) for (const key of placeKeys(thing)) pins.set(key, point)
    }
    this.pin(pins)
  }

  /** Marks a thing, or takes its mark away. */
  mark(id: string): void {
    this.set({ marked: this.state.marked.symmetricDifference(new Set([id])) })
  }

  foldAway(expansion: Expansion): void {
    this.change(withoutExpansion(this.state.history.present, expansion))
  }

  /** Keeps where things came to lie after a layout, and tells it to whoever saves. */
  remember(places: ReadonlyMap<string, Point>): void {
    for (const [key, point] of places) this.places.set(key, point)
    this.set({})
  }

  /** Takes things off, all their records. */
  remove(...things: string[]): void {
    const { folded, history } = this.state
    const records = things.flatMap((thing) => folded.things.get(thing)?.records ?? [])
    this.change(withoutRecords(history.present, records))
  }

  /** As `fold`. What is shown now and what was before is not folded again: a step back, or a thing put elsewhere, is quick. */
  private folded(contents: Contents, joinSame: boolean): Folded {
    const { naming } = this
    const known = this.folds.find(
      (one) =>
        one.joinSame === joinSame &&
        one.naming === naming &&
        foldedBy.every((part) => one.contents[part] === contents[part]),
    )
    if (known) return known.folded
    const folded = fold(contents, joinSame, naming)
    this.folds = [{ contents, joinSame, naming, folded }, ...this.folds].slice(0, 2)
    return folded
  }

  private shown(history: History, patch: Partial<CanvasState> = {}): void {
    const present = history.present
    const there = (id: string | null) => (id !== null && present.records.has(id) ? id : null)
    const { selected, from, to, joinSame } = { ...this.state, ...patch }
    const kept = { selected: there(selected), from: there(from), to: there(to) }
    const folded = this.folded(present, joinSame)
    const marked = new Set([...this.state.marked].filter((id) => folded.things.has(id)))
    this.set({ ...patch, ...kept, history, folded, marked })
  }
}

/** The thing a record is part of on the canvas. */
export function thingOf(folded: Folded, record: string | null) {
  const id = record === null ? undefined : folded.thingOf.get(record)
  return id === undefined ? null : (folded.things.get(id) ?? null)
}

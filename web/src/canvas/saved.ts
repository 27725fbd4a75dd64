import type { RecordKind } from '../gql/graphql'
import type { CanvasState, CanvasStore } from './CanvasStore'
import type { Contents } from './contents'
import { type Grouping, saysWords } from './grouping'
import type { Point } from './place'

/** Where keys lie: x and y of each in turn. Numbers in one piece are kept at once, however many they are. */
interface Places {
  keys: string[]
  at: Float64Array
}

/**
 * What is kept of a canvas in this browser between visits: ids, places and
 * choices. Nothing of a record; what the ids stand for is asked of the hub anew.
 */
export interface SavedView {
  address: string
  places: Places
  pins: Places
  hidden: RecordKind[]
  by: Grouping['by']
  attribute?: Grouping['attribute']
  leaves: boolean
  opened: string[]
}

/**
 * A view for keeping. Communities are found anew on each visit, so a grouping by them is not kept; of one by an
 * attribute its name is, and what records say in it is asked anew.
 */
export function viewOf(store: CanvasStore, address: string): SavedView {
  const { pins, hidden, grouping } = store.read().history.present
  return {
    address,
    places: packed(store.places),
    pins: packed(pins),
    hidden: [...hidden],
    by: grouping.by === 'COMMUNITY' ? null : grouping.by,
    attribute: grouping.attribute,
    leaves: grouping.leaves,
    opened: [...grouping.opened].filter((key) => !saysWords(key)),
  }
}

function packed(points: ReadonlyMap<string, Point>): Places {
  const keys = [...points.keys()].filter((key) => !saysWords(key))
  const at = new Float64Array(2 * keys.length)
  keys.forEach((key, i) => {
    const { x, y } = points.get(key) ?? { x: 0, y: 0 }
    at.set([x, y], 2 * i)
  })
  return { keys, at }
}

function unpacked({ keys, at }: Places): Map<string, Point> {
  return new Map(keys.map((key, i) => [key, { x: at[2 * i] ?? 0, y: at[2 * i + 1] ?? 0 }]))
}

/**
 * Puts what was kept into contents that were just opened, and its places into
 * the store. The kind of what a link selects is shown, whatever was hidden.
 */
export function restored(
  store: CanvasStore,
  contents: Contents,
  view: SavedView,
  selected: string | null,
): Contents {
  const wanted = selected === null ? undefined : contents.records.get(selected)?.kind
  for (const [key, point] of unpacked(view.places)) store.places.set(key, point)
  const { by, attribute = null, leaves } = view
  return {
    ...contents,
    pins: unpacked(view.pins),
    hidden: new Set(view.hidden.filter((kind) => kind !== wanted)),
    grouping: { ...contents.grouping, by, attribute, leaves, opened: new Set(view.opened) },
  }
}

/** Under which name a canvas is kept: its officer, and the operations it stands on. */
export function viewName(officer: string, operations: CanvasState['operations']): string {
  return `${officer} ${[...operations].sort().join(' ')}`
}

const shelf = 'views'

function database(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('entente', 2)
    opening.onupgradeneeded = () => {
      // What was kept in another form is laid out anew.
      for (const old of opening.result.objectStoreNames) opening.result.deleteObjectStore(old)
      opening.result.createObjectStore(shelf)
    }
    opening.onsuccess = () => done(opening.result)
    opening.onerror = () => fail(opening.error ?? new Error('IndexedDB'))
  })
}

async function onShelf<T>(mode: IDBTransactionMode, act: (s: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opened = await database()
  try {
    return await new Promise<T>((done, fail) => {
      const request = act(opened.transaction(shelf, mode).objectStore(shelf))
      request.onsuccess = () => done(request.result)
      request.onerror = () => fail(request.error ?? new Error('IndexedDB'))
    })
  } finally {
    opened.close()
  }
}

/** Keeps a view. A browser that keeps nothing still works: things are laid out anew. */
export async function keepView(name: string, view: SavedView): Promise<void> {
  await onShelf('readwrite', (s) => s.put(view, name)).catch(() => undefined)
}

export async function keptView(name: string): Promise<SavedView | null> {
  const kept = await onShelf('readonly', (s) => s.get(name)).catch(() => undefined)
  return (kept as SavedView | undefined) ?? null
}

import { attributeOf } from '../canvas/attributes'
import type { CanvasState, CanvasStore } from '../canvas/CanvasStore'
import { type Contents, nothing, withGraph } from '../canvas/contents'
import { fold } from '../canvas/fold'
import { groupKeys } from '../canvas/group'
import { type Grouping, keptGrouping, noGrouping } from '../canvas/grouping'
import type { Point } from '../canvas/place'
import { placeKeys } from '../canvas/thing'
import type { CanvasGraphFragment, SaveViewInput, ViewWholeFragment } from '../gql/graphql'

/** What of the canvas a view holds: ids, places and choices, and nothing that a record says. */
export type Held = Pick<
  SaveViewInput,
  'places' | 'hidden' | 'grouping' | 'attribute' | 'resolution' | 'leaves' | 'joined' | 'opened'
>

/** The canvas as a view holds it. */
export function heldOf({ read, places }: Pick<CanvasStore, 'read' | 'places'>): Held {
  const state = read()
  const { records, pins, hidden, grouping } = state.history.present
  const middles = groupPlaces(state, places)
  return {
    places: [...records.keys()].map((record) => {
      const { x, y } = pins.get(record) ?? places.get(record) ?? middles.get(record) ?? { x: 0, y: 0 }
      return { record, x, y, pinned: pins.has(record) }
    }),
    hidden: [...hidden],
    grouping: keptGrouping(grouping.by),
    attribute: grouping.attribute && attributeOf(grouping.attribute),
    resolution: state.communities?.resolution ?? 1,
    leaves: grouping.leaves,
    joined: state.joinSame,
    opened: openedIn(state),
  }
}

/** Where the group lies that a record is shown in. */
function groupPlaces({ folded }: CanvasState, places: ReadonlyMap<string, Point>): Map<string, Point> {
  const middles = new Map<string, Point>()
  for (const thing of folded.things.values()) {
    const place =
      thing.group &&
      placeKeys(thing)
        .map((key) => places.get(key))
        .find((point) => point)
    if (place) for (const record of thing.records) middles.set(record, place)
  }
  return middles
}

/** One record of each group that is shown thing by thing. */
function openedIn({ history, joinSame }: CanvasState): string[] {
  const { grouping } = history.present
  const left = new Set(grouping.opened)
  if (left.size === 0) return []
  const plain = fold({ ...history.present, grouping: noGrouping }, joinSame)
  const opened: string[] = []
  for (const thing of plain.things.values()) {
    const key = groupKeys(plain, thing, grouping).find((one) => left.delete(one))
    if (key) opened.push(thing.id)
  }
  return opened
}

/** The contents that a view shows, of what the hub gave and was asked for its records; its places go into the store. */
export function contentsOf(
  store: CanvasStore,
  view: ViewWholeFragment,
  graph: CanvasGraphFragment,
  asked: Pick<Grouping, 'communityOf' | 'attribute' | 'saidOf'>,
): Contents {
  const { content, leaves, joined } = view
  const by: Grouping['by'] = asked.attribute ? 'ATTRIBUTE' : view.grouping
  for (const { record, x, y } of content.places) store.places.set(record, { x, y })
  const contents = withGraph(nothing, graph)
  const grouping = { ...noGrouping, ...asked, by, leaves, opened: new Set<string>() }
  const plain = fold({ ...contents, grouping: noGrouping }, joined)
  for (const record of content.opened) {
    const thing = plain.things.get(plain.thingOf.get(record) ?? '')
    for (const key of thing ? groupKeys(plain, thing, grouping) : []) grouping.opened.add(key)
  }
  const pinned = content.places.filter((place) => place.pinned)
  return {
    ...contents,
    grouping,
    hidden: new Set(view.hidden),
    pins: new Map(pinned.map(({ record, x, y }) => [record, { x, y }])),
  }
}

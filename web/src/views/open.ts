import { ask } from '../api/ask'
import type { CanvasStore } from '../canvas/CanvasStore'
import { recordsGraph, rolesIn } from '../canvas/load'
import { divided } from '../communities/divide'
import { EntryChoicesDocument, ViewDocument } from '../gql/graphql'
import { contentsOf } from './content'

/** Puts a view on the canvas in place of what is there, as far as the officer sees it. */
export async function openView(store: CanvasStore, id: string): Promise<void> {
  const { view } = await ask(ViewDocument, { id })
  const ids = view.content.places.map((place) => place.record)
  const { operations } = await ask(EntryChoicesDocument, {})
  const [graph, roles] = await Promise.all([
    recordsGraph(ids),
    rolesIn(operations.map((operation) => operation.id)),
  ])
  const byCommunity = view.grouping === 'COMMUNITY' && ids.length > 0
  const found = byCommunity ? await divided(ids, view.resolution) : null
  const contents = { ...contentsOf(store, view, graph, found?.communityOf ?? new Map()), roles }
  store.joinSame(view.joined)
  const communities = found && { ...found, contents }
  store.open(contents, { communities, view: { id: view.id, version: view.version, own: view.own } })
}

import { ask } from '../api/ask'
import { fieldOf, saidIn } from '../canvas/attributes'
import type { CanvasStore } from '../canvas/CanvasStore'
import { recordsGraph, rolesIn } from '../canvas/load'
import { divided } from '../communities/divide'
import { EntryChoicesDocument, ViewDocument } from '../gql/graphql'
import type { Speech } from '../language/LanguageProvider'
import { contentsOf } from './content'

/** Puts a view on the canvas in place of what is there, as far as the officer sees it. */
export async function openView(store: CanvasStore, id: string, speech: Speech): Promise<void> {
  const { view } = await ask(ViewDocument, { id })
  const ids = view.content.places.map((place) => place.record)
  const { operations } = await ask(EntryChoicesDocument, {})
  const [graph, roles] = await Promise.all([
    recordsGraph(ids),
    rolesIn(operations.map((operation) => operation.id)),
  ])
  const byCommunity = view.grouping === 'COMMUNITY' && ids.length > 0
  const found = byCommunity ? await divided(ids, view.resolution) : null
  const attribute = view.content.attribute && fieldOf(view.content.attribute)
  const asked = {
    communityOf: found?.communityOf ?? new Map<string, number>(),
    attribute,
    saidOf: attribute ? await saidIn(ids, attribute, speech) : new Map<string, string>(),
  }
  const contents = { ...contentsOf(store, view, graph, asked), roles }
  store.joinSame(view.joined)
  const communities = found && { ...found, contents }
  store.open(contents, { communities, view: { id: view.id, version: view.version, own: view.own } })
}

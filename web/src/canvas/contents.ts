import type { CanvasGraphFragment, CanvasLinkFragment, CanvasRecordFragment } from '../gql/graphql'

/** What lies on the canvas: records and links by id. Never changed in place, so that undo is cheap. */
export interface Contents {
  records: ReadonlyMap<string, CanvasRecordFragment>
  links: ReadonlyMap<string, CanvasLinkFragment>
}

export const nothing: Contents = { records: new Map(), links: new Map() }

/** Adds a graph. Links whose ends are not both there are left out. The same contents come back if nothing is new. */
export function withGraph(contents: Contents, graph: CanvasGraphFragment): Contents {
  const records = new Map(contents.records)
  for (const record of graph.records) records.set(record.id, record)
  const links = new Map(contents.links)
  for (const link of graph.links) {
    if (records.has(link.fromId) && records.has(link.toId)) links.set(link.id, link)
  }
  const same = records.size === contents.records.size && links.size === contents.links.size
  return same ? contents : { records, links }
}

/** Takes records off, with their links. */
export function withoutRecords(contents: Contents, ids: Iterable<string>): Contents {
  const gone = new Set(ids)
  const records = new Map([...contents.records].filter(([id]) => !gone.has(id)))
  const links = new Map([...contents.links].filter(([, l]) => !gone.has(l.fromId) && !gone.has(l.toId)))
  return { records, links }
}

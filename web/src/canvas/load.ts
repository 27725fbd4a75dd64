import { ask } from '../api/ask'
import { Failure } from '../api/failure'
import {
  CanvasExpandDocument,
  type CanvasGraphFragment,
  type CanvasLinkFragment,
  CanvasOperationDocument,
  type CanvasRecordFragment,
  CanvasRecordsDocument,
  CanvasRolesDocument,
  type CanvasRolesQuery,
  type InvolvementRole,
  type LinkKind,
} from '../gql/graphql'
import { graver } from './fold'

/** The most records that an operation's graph may bring at once. */
export const graphLimit = 5000
/** The most neighbours that one expansion may bring. */
export const expandLimit = 500
/** The most ids that one question for links among records may name. */
export const subgraphLimit = 5000

/** The graph of one operation, as far as the officer sees it. */
export async function operationGraph(id: string): Promise<CanvasGraphFragment> {
  const { node } = await ask(CanvasOperationDocument, { id, limit: graphLimit })
  if (node?.__typename !== 'Operation') throw new Failure('NOT_FOUND', '')
  return node.graph
}

/** Records by id, those in sight, with the links among them: of more than one question may name, each pair of parts is asked for. */
export async function recordsGraph(ids: readonly string[]): Promise<CanvasGraphFragment> {
  const records = new Map<string, CanvasRecordFragment>()
  const links = new Map<string, CanvasLinkFragment>()
  for (const asked of togetherOnce(ids, subgraphLimit)) {
    const { subgraph } = await ask(CanvasRecordsDocument, { ids: asked })
    for (const record of subgraph.records) records.set(record.id, record)
    for (const link of subgraph.links) links.set(link.id, link)
  }
  return { records: [...records.values()], links: [...links.values()] }
}

/** Parts of ids of at most so many, so that any two ids are together in one of them. */
export function togetherOnce(ids: readonly string[], most: number): string[][] {
  if (ids.length <= most) return [[...ids]]
  const half = Math.floor(most / 2)
  const parts = Array.from({ length: Math.ceil(ids.length / half) }, (_, at) =>
    ids.slice(at * half, (at + 1) * half),
  )
  return parts.flatMap((part, at) => parts.slice(at + 1).map((other) => [...part, ...other]))
}

/** The neighbours of each record over links of these kinds. Too many for any one of them fails the whole. */
export async function neighbours(ids: readonly string[], kinds: LinkKind[]): Promise<CanvasGraphFragment> {
  const { nodes } = await ask(CanvasExpandDocument, { ids: [...ids], kinds, limit: expandLimit })
  const found = nodes.filter((node) => node?.__typename === 'Record')
  return {
    records: found.flatMap((node) => node.expand.records),
    links: found.flatMap((node) => node.expand.links),
  }
}

/** Every role of a person in an operation that the officer sees, by record. */
async function operationRoles(id: string): Promise<[string, InvolvementRole][]> {
  const roles: [string, InvolvementRole][] = []
  for (let after: string | null = null; ; ) {
    const answer: CanvasRolesQuery = await ask(CanvasRolesDocument, { id, first: 500, after })
    const node: CanvasRolesQuery['node'] = answer.node
    if (node?.__typename !== 'Operation') return roles
    const { nodes, pageInfo } = node.involvements
    for (const { role, person } of nodes) roles.push([person.id, role])
    if (!pageInfo.hasNextPage) return roles
    after = pageInfo.endCursor
  }
}

/** The role of each person in these operations; of several the one that asks for most care. */
export async function rolesIn(operations: readonly string[]): Promise<Map<string, InvolvementRole>> {
  const roles = new Map<string, InvolvementRole>()
  for (const [record, role] of (await Promise.all(operations.map(operationRoles))).flat()) {
    roles.set(record, graver(roles.get(record) ?? null, role) ?? role)
  }
  return roles
}

import { ask } from '../api/ask'
import { CommunitiesDocument, EntityIdsDocument } from '../gql/graphql'
import { type Found, match } from './match'

/** The most ids that one question for things by id may name. */
const batch = 500

/** The entity of each record that is not named by its own id. */
async function entitiesOf(records: readonly string[]): Promise<Map<string, string>> {
  const entityOf = new Map<string, string>()
  for (let at = 0; at < records.length; at += batch) {
    const { nodes } = await ask(EntityIdsDocument, { ids: records.slice(at, at + batch) })
    for (const node of nodes) if (node?.__typename === 'Record') entityOf.set(node.id, node.entity.id)
  }
  return entityOf
}

/** The communities that records fall into, and which record is in which. */
export async function divided(records: string[], resolution: number): Promise<Omit<Found, 'contents'>> {
  const { communities: answer } = await ask(CommunitiesDocument, { input: { records, resolution } })
  const members = new Set(answer.communities.flatMap((community) => community.memberIds))
  const unnamed = records.filter((id) => !members.has(id))
  const whole = answer.communities.length === answer.totalCount
  const entityOf = whole ? await entitiesOf(unnamed) : await entitiesOf(unnamed.slice(0, batch * 4))
  return { answer, resolution, communityOf: match(answer, records, entityOf) }
}

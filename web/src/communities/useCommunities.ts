import { useCallback } from 'react'
import { ask } from '../api/ask'
import { useAnnounce } from '../canvas/Announcer'
import { useCanvasStore } from '../canvas/CanvasMemory'
import type { Actions } from '../canvas/useActions'
import { CommunitiesDocument, EntityIdsDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { match } from './match'

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

/** Divides what is on the canvas into communities and colours it. */
export function useCommunities(actions: Actions): (resolution: number) => void {
  const store = useCanvasStore()
  const announce = useAnnounce()
  const { text, count } = useSpeech()
  return useCallback(
    (resolution: number) =>
      void actions.busy(async () => {
        const contents = store.read().history.present
        const records = [...contents.records.keys()]
        const { communities: answer } = await ask(CommunitiesDocument, { input: { records, resolution } })
        const members = new Set(answer.communities.flatMap((community) => community.memberIds))
        const unnamed = records.filter((id) => !members.has(id))
        const whole = answer.communities.length === answer.totalCount
        const entityOf = whole ? await entitiesOf(unnamed) : await entitiesOf(unnamed.slice(0, batch * 4))
        store.set({ communities: { answer, contents, communityOf: match(answer, records, entityOf) } })
        const n = count(text.communities.found, answer.totalCount)
        announce(fill(text.communities.announce, { n }))
      }),
    [actions, store, announce, text, count],
  )
}

import { useCallback } from 'react'
import { useAnnounce } from '../canvas/Announcer'
import { useCanvasStore } from '../canvas/CanvasMemory'
import type { Actions } from '../canvas/useActions'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { divided } from './divide'

/** Divides what is on the canvas into communities and colours it. */
export function useCommunities(actions: Actions): (resolution: number) => void {
  const store = useCanvasStore()
  const announce = useAnnounce()
  const { text, count } = useSpeech()
  return useCallback(
    (resolution: number) =>
      void actions.busy(async () => {
        const contents = store.read().history.present
        const found = await divided([...contents.records.keys()], resolution)
        store.set({ communities: { ...found, contents } })
        const n = count(text.communities.found, found.answer.totalCount)
        announce(fill(text.communities.announce, { n }))
      }),
    [actions, store, announce, text, count],
  )
}

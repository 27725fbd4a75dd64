import { useCallback, useMemo, useState } from 'react'
import { useAnnounce } from '../canvas/Announcer'
import { useCanvasStore } from '../canvas/CanvasMemory'
import type { Actions } from '../canvas/useActions'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { anyPath, type PathChoice } from './options'

/** The questions for paths between the two chosen ends, and for what joins all that is marked; what is missing on the canvas is brought there. */
export function usePath(actions: Actions) {
  const store = useCanvasStore()
  const announce = useAnnounce()
  const { text, count } = useSpeech()
  const [choice, setChoice] = useState<PathChoice>(anyPath)
  const [none, setNone] = useState(false)
  const find = useCallback(() => {
    setNone(false)
    void actions.busy(async () => {
      const { findPaths } = await import('./find')
      const found = await findPaths(store, choice, actions.bring)
      if (found === null) return
      setNone(found === 'NONE')
      announce(
        found === 'NONE'
          ? text.path.none
          : fill(text.path.announce, { hops: count(text.path.hops, found.hops) }),
      )
    })
  }, [store, actions, choice, announce, text, count])
  const connect = useCallback(() => {
    setNone(false)
    store.set({ panel: 'path' })
    void actions.busy(async () => {
      const { connectMarked } = await import('./find')
      const { links } = await connectMarked(store, choice, actions.bring)
      announce(
        links.length > 0
          ? fill(text.path.announceJoined, { ties: count(text.canvas.links, links.length) })
          : text.path.noneJoins,
      )
    })
  }, [store, actions, choice, announce, text, count])
  return useMemo(() => ({ find, connect, none, setNone, choice, setChoice }), [find, connect, none, choice])
}

export type PathQuestion = ReturnType<typeof usePath>

import { useCallback, useMemo, useState } from 'react'
import { ask } from '../api/ask'
import { useAnnounce } from '../canvas/Announcer'
import { useCanvasStore } from '../canvas/CanvasMemory'
import type { Path } from '../canvas/CanvasStore'
import { recordsGraph } from '../canvas/load'
import type { Actions } from '../canvas/useActions'
import { type CanvasGraphFragment, ShortestPathDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { anyPath, type PathChoice, pathOptions } from './options'

/** Everything of a path that has to be on the canvas to show it. */
export function graphOf(path: Path): CanvasGraphFragment {
  return {
    records: path.entities.flatMap((entity) => entity.records),
    links: [...path.entities.flatMap((entity) => entity.judgements), ...path.steps.map((step) => step.link)],
  }
}

/** The question for a path between the two chosen ends; what is missing on the canvas is brought there. */
export function usePath(actions: Actions) {
  const store = useCanvasStore()
  const announce = useAnnounce()
  const { text, count } = useSpeech()
  const [choice, setChoice] = useState<PathChoice>(anyPath)
  const [none, setNone] = useState(false)
  const find = useCallback(() => {
    const { from, to, folded, marked } = store.read()
    if (!from || !to) return
    setNone(false)
    void actions.busy(async () => {
      const options = pathOptions(choice, folded, marked, [from, to])
      const { shortestPath: path } = await ask(ShortestPathDocument, { from, to, options })
      if (!path) {
        store.set({ path: null })
        setNone(true)
        announce(text.path.none)
        return
      }
      const graph = graphOf(path)
      const between = await recordsGraph(graph.records.map((record) => record.id))
      actions.bring({ records: graph.records, links: [...graph.links, ...between.links] })
      store.set({ path })
      announce(fill(text.path.announce, { hops: count(text.path.hops, path.hops) }))
    })
  }, [store, actions, choice, announce, text, count])
  return useMemo(() => ({ find, none, setNone, choice, setChoice }), [find, none, choice])
}

export type PathQuestion = ReturnType<typeof usePath>

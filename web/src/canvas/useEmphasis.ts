import { useCallback, useMemo } from 'react'
import { communityColours } from '../communities/match'
import { useSpeech } from '../language/LanguageProvider'
import { joinedMarks, pathMarks } from '../path/marks'
import { useTheme } from '../shell/ThemeProvider'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import { matches, thingOf } from './CanvasStore'
import type { Emphasis } from './emphasis'
import { changeOverlay, type Overlay, plain, planOverlay } from './overlay'
import { palettes } from './palette'
import { tieName } from './thing'

/** What stands out on the drawing: the selection, what is looked for, and the answer shown. */
export function useEmphasis(looked: string | null): Emphasis {
  const { shown } = useTheme()
  const { text } = useSpeech()
  const store = useCanvasStore()
  const { folded, selected, path, joined, communities, filter, marked, plan, change } = useCanvas()
  const palette = palettes[shown]
  const overlay = useMemo<Overlay>(() => {
    if (change) return changeOverlay(folded, store.fatesOf(folded, change), palette)
    if (plan) return planOverlay(store.fallen(folded, plan.targets, plan.step))
    return { ...plain, colours: communities && communityColours(communities, folded) }
  }, [store, folded, communities, plan, change, palette])
  const found = useMemo(() => {
    const { left } = overlay
    if (filter.words.trim() === '' && filter.kind === null) return left
    const among = [...folded.things.values()].filter((t) => matches(t, filter) && (left?.has(t.id) ?? true))
    return new Set(among.map((t) => t.id))
  }, [folded, filter, overlay])
  const nameOf = useCallback(
    (edge: string) => {
      const tie = folded.ties.get(edge)
      return tie ? tieName(tie, (kind) => text.linkKinds[kind]) : ''
    },
    [folded, text],
  )
  return useMemo(
    () => ({
      nameOf,
      found,
      marked,
      palette,
      selected: thingOf(folded, selected)?.id ?? null,
      looked,
      path: path ? pathMarks(path, folded) : joined && joinedMarks(joined, folded),
      colours: overlay.colours,
      edgeColours: overlay.edgeColours,
    }),
    [palette, folded, selected, path, joined, overlay, looked, found, marked, nameOf],
  )
}

import { useCallback, useMemo } from 'react'
import { communityColours } from '../communities/match'
import { useSpeech } from '../language/LanguageProvider'
import { joinedMarks, pathMarks } from '../path/marks'
import { useTheme } from '../shell/ThemeProvider'
import { useCanvasStore } from './CanvasMemory'
import { type CanvasState, matcher, thingOf } from './CanvasStore'
import type { Emphasis } from './emphasis'
import { changeOverlay, litOn, type Overlay, plain, planOverlay } from './overlay'
import { palettes } from './palette'
import { tieName } from './thing'
import { useRested } from './useRested'

/** What of the canvas stands out on the drawing, or makes something stand out. */
export const emphasised = [
  'folded',
  'selected',
  'path',
  'joined',
  'communities',
  'filter',
  'marked',
  'plan',
  'change',
  'lit',
] as const
type Emphasised = Pick<CanvasState, (typeof emphasised)[number]>

/** Of more than so many things a drawing takes long to look at all; it does so when typing has rested, in milliseconds. */
const [many, rest] = [5000, 250]

/** What stands out on the drawing: the selection, what is looked for, and the answer shown. */
export function useEmphasis(canvas: Emphasised, looked: string | null): Emphasis {
  const { shown } = useTheme()
  const { text } = useSpeech()
  const store = useCanvasStore()
  const { selected, path, joined, communities, filter: typed, marked, plan, change, lit } = canvas
  const filter = useRested(typed, canvas.folded.things.size > many ? rest : 0)
  const { folded } = canvas
  const palette = palettes[shown]
  const overlay = useMemo<Overlay>(() => {
    if (change) return changeOverlay(folded, store.fatesOf(folded, change), palette)
    if (plan) return planOverlay(store.fallen(folded, plan.targets, plan.step))
    return { ...plain, colours: communities && communityColours(communities, folded) }
  }, [store, folded, communities, plan, change, palette])
  const found = useMemo(() => {
    const { left } = overlay
    if (filter.words.trim() === '' && filter.kind === null) return left
    const matches = matcher(filter)
    const among = [...folded.things.values()].filter((t) => matches(t) && (left?.has(t.id) ?? true))
    return new Set(among.map((t) => t.id))
  }, [folded, filter, overlay])
  const edgeColours = useMemo(() => litOn(overlay.edgeColours, lit, palette), [overlay, lit, palette])
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
      edgeColours,
    }),
    [palette, folded, selected, path, joined, overlay, edgeColours, looked, found, marked, nameOf],
  )
}

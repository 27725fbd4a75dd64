import { type KeyboardEvent, useCallback, useMemo, useState } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useAnnounce } from './Announcer'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import { thingOf } from './CanvasStore'
import type { Drawing } from './Drawing'
import { kindsOf, otherEnd } from './thing'

/** How far Alt with an arrow key moves the selection: parts of the picture to the right and down. */
const shifts: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.02, 0],
  ArrowRight: [0.02, 0],
  ArrowUp: [0, -0.02],
  ArrowDown: [0, 0.02],
}

/** Up and down look at the selection's neighbours in turn, right goes there, left goes back the way one came. */
export function useNeighbourWalk(drawing: Drawing | null) {
  const store = useCanvasStore()
  const { folded, selected } = useCanvas('folded', 'selected')
  const { text } = useSpeech()
  const announce = useAnnounce()
  const [at, setAt] = useState<{ thing: string; index: number } | null>(null)
  const [trail, setTrail] = useState<readonly string[]>([])
  const here = thingOf(folded, selected)
  const ties = useMemo(() => {
    const label = (id: string) => folded.things.get(id)?.label ?? ''
    return [...(here ? (folded.tiesOf.get(here.id) ?? []) : [])]
      .map((tie) => ({ tie, other: otherEnd(tie, here?.id ?? '') }))
      .sort((a, b) => label(a.other).localeCompare(label(b.other)) || (a.other < b.other ? -1 : 1))
  }, [folded, here])
  const looked = at && at.thing === here?.id ? (ties[at.index] ?? null) : null

  const look = useCallback(
    (step: number) => {
      if (!here) return
      if (ties.length === 0) return announce(text.canvas.announceNone)
      const now = at?.thing === here.id ? at.index : step > 0 ? -1 : 0
      const index = (now + step + ties.length) % ties.length
      setAt({ thing: here.id, index })
      const next = ties[index]
      if (!next) return
      const label = folded.things.get(next.other)?.label ?? ''
      const via = kindsOf(next.tie).map((kind) => text.linkKinds[kind])
      const said = { n: index + 1, total: ties.length, label, via: via.join(', ') }
      announce(fill(text.canvas.announceNeighbour, said))
      drawing?.reveal(next.other)
    },
    [here, ties, at, announce, text, folded, drawing],
  )

  const go = (to: string | undefined, nextTrail: readonly string[]) => {
    if (to === undefined) return
    setTrail(nextTrail)
    store.set({ selected: to })
    drawing?.reveal(to)
  }

  const acts = new Map<string, () => void>([
    ['ArrowDown', () => look(1)],
    ['ArrowUp', () => look(-1)],
    ['ArrowRight', () => go(looked?.other, here ? [...trail, here.id] : trail)],
    ['Enter', () => go(looked?.other, here ? [...trail, here.id] : trail)],
    ['ArrowLeft', () => go(trail.at(-1), trail.slice(0, -1))],
    ['Escape', () => store.set({ selected: null })],
  ])
  const shift = (key: string) => {
    const [right, down] = shifts[key] ?? []
    if (!here || right === undefined || down === undefined) return undefined
    return () => {
      const point = drawing?.shifted(here.id, right, down)
      if (!point) return
      store.pinThings(new Map([[here.id, point]]))
      announce(fill(text.canvas.announceMoved, { label: here.label }))
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.altKey ? shift(event.key) : acts.get(event.key)
    if (!act) return
    event.preventDefault()
    act()
  }
  return { looked: looked?.other ?? null, onKeyDown }
}

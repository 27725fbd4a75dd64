import { useCallback } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useAnnounce } from './Announcer'
import { useCanvasStore } from './CanvasMemory'
import { thingOf } from './CanvasStore'
import type { Drawing } from './Drawing'

/** The tools that have a shortcut too. */
export function useTools(drawing: Drawing | null) {
  const { text } = useSpeech()
  const store = useCanvasStore()
  const announce = useAnnounce()
  const remove = useCallback(() => {
    const { folded, selected } = store.read()
    const thing = thingOf(folded, selected)
    if (!thing) return
    store.remove(thing.id)
    announce(fill(text.canvas.announceRemoved, { label: thing.label }))
  }, [store, announce, text])
  return {
    remove,
    fit: () => drawing?.fit(),
    zoomIn: () => drawing?.zoom(true),
    zoomOut: () => drawing?.zoom(false),
    undo: () => {
      store.undo()
      announce(text.canvas.announceUndone)
    },
    redo: () => {
      store.redo()
      announce(text.canvas.announceRedone)
    },
    from: () => store.set({ from: store.read().selected }),
    to: () => store.set({ to: store.read().selected }),
  }
}

export type Tools = ReturnType<typeof useTools>

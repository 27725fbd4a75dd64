import { useEffect } from 'react'
import { useMe } from '../session/SessionProvider'
import { useCanvasStore } from './CanvasMemory'
import { keepView, viewName, viewOf } from './saved'
import { addressOf } from './useAddress'

/** How long the canvas rests before it is kept. */
const rest = 800

/** The name of the view that an officer left last. */
export function lastView(officer: string): string {
  return `${officer} last`
}

/** Keeps the view in this browser soon after each change, once for its operations and once as the last one. */
export function useAutoSave(): void {
  const store = useCanvasStore()
  const { id } = useMe().officer
  useEffect(() => {
    let timer = 0
    const save = () => {
      const state = store.read()
      if (state.asking || state.history.present.records.size === 0) return
      const view = viewOf(store, addressOf(state))
      void keepView(viewName(id, state.operations), view).then(() => keepView(lastView(id), view))
    }
    const stop = store.subscribe(() => {
      clearTimeout(timer)
      timer = window.setTimeout(save, rest)
    })
    return () => {
      clearTimeout(timer)
      save()
      stop()
    }
  }, [store, id])
}

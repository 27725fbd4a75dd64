import { useEffect, useRef } from 'react'
import { canvasAddress, readAddress } from './address'
import { useCanvasStore } from './CanvasMemory'
import type { CanvasState } from './CanvasStore'
import { followed } from './followed'
import type { Actions } from './useActions'

/** The address of what is shown now. */
export function addressOf(state: CanvasState): string {
  const { records } = state.history.present
  return canvasAddress({
    operations: [...state.operations],
    records: [...records.keys()].filter((id) => !state.ground.has(id)),
    without: [...state.ground].filter((id) => !records.has(id)),
    selected: state.selected,
    path: state.path && state.from && state.to ? [state.from, state.to] : null,
    plan: [...(state.plan?.targets ?? [])],
  })
}

/** What of the canvas is in its address, or keeps it from following: a large canvas takes long to go through. */
const told = [
  'history',
  'ground',
  'operations',
  'selected',
  'from',
  'to',
  'path',
  'plan',
  'asking',
  'failure',
] as const

/**
 * Opens what the address names: a view in place of what was there, or with
 * `add=` records beside it. From then on the address follows the canvas.
 */
export function useAddress(actions: Actions, onPath: () => void): void {
  const store = useCanvasStore()
  const opened = useRef(false)
  useEffect(() => {
    const open = async () => {
      const hash = location.hash
      const added = (new URLSearchParams(hash.slice(1)).get('add') ?? '').split(',').filter((id) => id !== '')
      const kept = new URLSearchParams(hash.slice(1)).get('view')
      if (added.length > 0) await actions.add(added)
      else if (kept) await actions.openKept(kept)
      else if (hash !== '') await actions.open(readAddress(hash))
      if (store.read().from && store.read().to && !store.read().path) onPath()
    }
    const read = followed(store.read, told)
    let last: CanvasState | null = null
    const follow = () => {
      const state = read()
      if (state === last) return
      last = state
      const address = addressOf(state)
      const shown = location.pathname + location.hash
      if (!state.asking && !state.failure && location.pathname === '/canvas' && shown !== address)
        history.replaceState(history.state, '', address)
    }
    if (!opened.current) {
      opened.current = true
      void open()
    }
    const reopen = () => void open()
    addEventListener('hashchange', reopen)
    const stop = store.subscribe(follow)
    return () => {
      removeEventListener('hashchange', reopen)
      stop()
    }
  }, [store, actions, onPath])
}

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { type CanvasState, CanvasStore } from './CanvasStore'
import { followed } from './followed'
import { groupNaming } from './groupNaming'

const StoreContext = createContext<CanvasStore | null>(null)

/** Keeps the canvas while the officer goes to a record or a search and comes back. */
export function CanvasMemory({ children }: { children: ReactNode }) {
  const [store] = useState(() => new CanvasStore())
  const { text, number } = useSpeech()
  useEffect(() => store.nameGroups(groupNaming(text, number)), [store, text, number])
  return <StoreContext value={store}>{children}</StoreContext>
}

/** The canvas, to change it. */
export function useCanvasStore(): CanvasStore {
  const store = useContext(StoreContext)
  if (!store) throw new Error('useCanvasStore outside CanvasMemory')
  return store
}

/** These parts of the canvas as they are now; the component follows them, and no others. */
export function useCanvas<Part extends keyof CanvasState>(
  ...parts: [Part, ...Part[]]
): Pick<CanvasState, Part> {
  const store = useCanvasStore()
  const [read] = useState(() => followed(store.read, parts))
  return useSyncExternalStore(store.subscribe, read)
}

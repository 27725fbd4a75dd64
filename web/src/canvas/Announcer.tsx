import { createContext, type ReactNode, useContext, useState } from 'react'
import parts from '../shell/parts.module.css'

const AnnounceContext = createContext<(words: string) => void>(() => undefined)

/** Reads out what happened on the canvas to those who do not see it. */
export function Announcer({ children }: { children: ReactNode }) {
  const [words, setWords] = useState('')
  return (
    <AnnounceContext value={setWords}>
      {children}
      <div className={parts.hidden} aria-live="polite" data-testid="announcer">
        {words}
      </div>
    </AnnounceContext>
  )
}

/** Says something through the announcer. */
export function useAnnounce(): (words: string) => void {
  return useContext(AnnounceContext)
}

import { createContext, useContext, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { onAnswer } from '../api/ask'
import { useSpeech } from '../language/LanguageProvider'
import { type Marks, marksOf, together, unmarked } from './marks'
import styles from './Shell.module.css'

/**
 * The marking of what the hub has answered for the page that is open. What was
 * put on the canvas stays there between visits, and so does its marking.
 */
export function usePageMarks(): Marks {
  const [location] = useLocation()
  const [marks, setMarks] = useState<ReadonlyMap<string, Marks>>(new Map())
  useEffect(() => {
    setMarks((old) => new Map([...old].filter(([page]) => page === location || page === '/canvas')))
    return onAnswer((answer) => {
      const found = marksOf(answer)
      if (!found) return
      setMarks((old) => new Map(old).set(location, together(old.get(location) ?? null, found) ?? unmarked))
    })
  }, [location])
  return marks.get(location) ?? unmarked
}

export const MarksContext = createContext<Marks>(unmarked)

/** The marking of the page in words, as its banner says it. */
export function useMarking(): string {
  const { text } = useSpeech()
  const marks = useContext(MarksContext)
  const compartments = [...marks.compartments].sort().map((code) => text.compartments[code].toUpperCase())
  const handling = [...marks.handling].sort()
  return [text.classifications[marks.classification], ...compartments, handling.join(' ')]
    .filter((part) => part !== '')
    .join(' · ')
}

/** The line at the top and at the bottom of every page. */
export function Banner() {
  return <div className={styles.marking}>{useMarking()}</div>
}

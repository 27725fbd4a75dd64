import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { keep, kept } from '../shell/kept'
import type { Plural } from './codes'
import { type Dictionary, en } from './en'
import type { English } from './english'
import { addressOf, localeOf, preferred } from './languages'
import type { Say } from './said/sayings'
import { sayer } from './say'

/** What a language says. */
export interface Spoken {
  /** The texts of a section, for which the English is given: it stands where the language has none. */
  of: <Section extends keyof English>(section: Section, english: English[Section]) => English[Section]
  /** A sentence of the hub in the language, or as it was where the language has no words for it. */
  say: Say
}

/** What a component needs to speak: the texts, and numbers and dates the language's way. */
export interface Speech extends Spoken {
  language: string
  text: Dictionary
  count: (forms: Plural, n: number) => string
  number: (n: number) => string
  day: (date: string) => string
  instant: (at: string) => string
  choose: (language: string) => void
}

const SpeechContext = createContext<Speech | null>(null)

const english: Spoken = { of: (_, texts) => texts, say: (sentence) => sentence }

/** English comes with the pages; another language is fetched by whoever reads it. */
async function spokenIn(language: string): Promise<Spoken> {
  const address = addressOf(language)
  return address === undefined ? english : (await import('./further')).further(address)
}

interface Shown {
  language: string
  spoken: Spoken
}

const inEnglish: Shown = { language: 'en', spoken: english }

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState(() => preferred(kept('language'), navigator.languages))
  const [shown, setShown] = useState<Shown | null>(() => (wanted === 'en' ? inEnglish : null))
  useEffect(() => {
    let left = false
    spokenIn(wanted).then(
      (spoken) => {
        if (!left) setShown({ language: wanted, spoken })
      },
      // A language that cannot be fetched now leaves the one that is there.
      () => setShown((old) => old ?? inEnglish),
    )
    return () => {
      left = true
    }
  }, [wanted])
  useEffect(() => {
    if (shown) document.documentElement.lang = shown.language
  }, [shown])
  const speech = useMemo<Speech | null>(() => {
    if (!shown) return null
    const { language, spoken } = shown
    const locale = localeOf(language)
    return {
      ...spoken,
      language,
      text: spoken.of('pages', en),
      ...sayer(locale),
      choose: (next) => {
        keep('language', next)
        setWanted(next)
      },
    }
  }, [shown])
  if (!speech) return null
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

/** The speech of the page. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('useSpeech outside LanguageProvider')
  return speech
}

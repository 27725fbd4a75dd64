import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { keep, kept } from '../shell/kept'
import type { Plural } from './codes'
import { type Dictionary, en } from './en'
import * as say from './say'

/**
 * A further language is one more file and one more line here, by its own name.
 * English comes with the page; the others are fetched by whoever reads them.
 */
export const languages = {
  en: { name: en.name, load: async (): Promise<Dictionary> => en },
  ro: { name: 'Română', load: async (): Promise<Dictionary> => (await import('./ro')).ro },
}
export type Language = keyof typeof languages

/** What a component needs to speak: the texts, and numbers and dates the language's way. */
export interface Speech {
  language: Language
  text: Dictionary
  count: (forms: Plural, n: number) => string
  number: (n: number) => string
  day: (date: string) => string
  instant: (at: string) => string
  choose: (language: Language) => void
}

const SpeechContext = createContext<Speech | null>(null)

function isLanguage(value: string | null | undefined): value is Language {
  return value !== null && value !== undefined && value in languages
}

function preferred(): Language {
  const chosen = kept('language')
  if (isLanguage(chosen)) return chosen
  return navigator.languages.map((l) => l.slice(0, 2)).find(isLanguage) ?? 'en'
}

/** The locale of dates and numbers: the British way for English. */
const locales: Record<Language, string> = { en: 'en-GB', ro: 'ro' }

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState<Language>(preferred)
  const [shown, setShown] = useState<{ language: Language; text: Dictionary } | null>(() =>
    wanted === 'en' ? { language: 'en', text: en } : null,
  )
  useEffect(() => {
    let left = false
    languages[wanted].load().then(
      (text) => {
        if (!left) setShown({ language: wanted, text })
      },
      // A language that cannot be fetched now leaves the one that is there.
      () => setShown((old) => old ?? { language: 'en', text: en }),
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
    const locale = locales[shown.language]
    return {
      language: shown.language,
      text: shown.text,
      count: (forms, n) => say.count(locale, forms, n),
      number: (n) => new Intl.NumberFormat(locale).format(n),
      day: (date) => say.day(locale, date),
      instant: (at) => say.instant(locale, at),
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

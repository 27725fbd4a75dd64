import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { keep, kept } from '../shell/kept'
import type { Plural } from './codes'
import { type Dictionary, en } from './en'
import { ro } from './ro'
import * as say from './say'

/** A further language is one more file and one more line here. */
export const languages = { en, ro } satisfies Record<string, Dictionary>
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
  const [language, setLanguage] = useState<Language>(preferred)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const speech = useMemo<Speech>(() => {
    const locale = locales[language]
    return {
      language,
      text: languages[language],
      count: (forms, n) => say.count(locale, forms, n),
      number: (n) => new Intl.NumberFormat(locale).format(n),
      day: (date) => say.day(locale, date),
      instant: (at) => say.instant(locale, at),
      choose: (next) => {
        keep('language', next)
        setLanguage(next)
      },
    }
  }, [language])
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

/** The speech of the page. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('useSpeech outside LanguageProvider')
  return speech
}

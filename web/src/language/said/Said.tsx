import { useEffect, useState } from 'react'
import { type Language, useSpeech } from '../LanguageProvider'
import { byLanguage, type Say } from './sayings'

const asItIs: Say = (sentence) => sentence
const nothingYet: Say = () => ''

/** The hub speaks English; what it says in another language is fetched once somebody must read it. */
const tables: Record<Exclude<Language, 'en'>, () => Promise<Say>> = {
  ro: async () => (await import('./ro')).sayRo,
}

/**
 * Turns what the hub says into the reader's language, once `something` was said.
 * While the words are fetched it says nothing, so that no reader hears a sentence
 * twice; where they cannot be fetched it says what the hub said.
 */
export function useSaid(something = true): Say {
  const { language } = useSpeech()
  const [fetched, setFetched] = useState<{ language: Language; say: Say } | null>(null)
  useEffect(() => {
    if (!something || language === 'en') return
    let left = false
    const keep = (say: Say) => {
      if (!left) setFetched({ language, say })
    }
    tables[language]().then(keep, () => keep(asItIs))
    return () => {
      left = true
    }
  }, [language, something])
  if (language === 'en') return asItIs
  return fetched?.language === language ? fetched.say : nothingYet
}

/** A sentence of the hub in the reader's language; marked as English where there are no words for it. */
export function Said({ sentence }: { sentence: string }) {
  const { language } = useSpeech()
  const said = useSaid()(sentence)
  if (language === 'en') return said
  if (said === sentence) return <span lang="en">{said}</span>
  return byLanguage(said).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence keep their places
      <q key={at} lang="en">
        {part}
      </q>
    ),
  )
}

import { useSpeech } from '../LanguageProvider'
import { byLanguage } from './sayings'

/** A sentence of the hub in the reader's language; marked as English where there are no words for it. */
export function Said({ sentence }: { sentence: string }) {
  const { language, say } = useSpeech()
  const said = say(sentence)
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

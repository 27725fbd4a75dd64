import { useSpeech } from '../LanguageProvider'

/** A sentence of the hub in the reader's language; marked as English where there are no words for it. */
export function Said({ sentence }: { sentence: string }) {
  const { language, say } = useSpeech()
  const said = say(sentence)
  return language !== 'en' && said === sentence ? <span lang="en">{said}</span> : said
}

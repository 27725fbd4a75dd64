import { complete } from './complete'
import type { Spoken } from './LanguageProvider'
import { type Say, sayings } from './said/sayings'

/** A language file: sections of texts, and the hub's sentences under `said`. */
interface LanguageFile {
  said?: Record<string, string>
  [section: string]: unknown
}

/** What a language file says, with English where it says nothing. */
export function spokenOf(file: LanguageFile): Spoken {
  const whole = new Map<string, unknown>()
  // Few pages show a sentence of the hub, so the table is made ready for the first.
  let ready: Say | undefined
  return {
    of: (section, english) => {
      if (!whole.has(section)) whole.set(section, complete(english, file[section]))
      return whole.get(section) as typeof english
    },
    say: (sentence) => {
      ready ??= sayings(file.said ?? {})
      return ready(sentence)
    },
  }
}

/** Fetches a language that is not English. It is data, and no script. */
export async function further(address: string): Promise<Spoken> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`the language was not there: ${answer.status}`)
  return spokenOf(await answer.json())
}

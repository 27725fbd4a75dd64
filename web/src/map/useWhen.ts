import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import type { Dated } from './dated'

/** Says when something was, no closer than it is known: a year is said as a year. */
export function useWhen(): (one: Pick<Dated, 'said'>) => string {
  const { instant, day } = useSpeech()
  const words = useWork().time
  return ({ said }) => {
    if ('at' in said) return instant(said.at)
    const { from, until } = said
    if (from === null) return until === null ? '' : fill(words.until, { until: day(until) })
    if (until === null) return fill(words.since, { from: day(from) })
    return from === until ? day(from) : fill(words.span, { from: day(from), until: day(until) })
  }
}

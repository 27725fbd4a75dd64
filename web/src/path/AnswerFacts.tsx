import type { GradingPartsFragment, Handling } from '../gql/graphql'
import { Grading } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'

/** How weak an answer is at its weakest, and how the whole must be handled. */
export function AnswerFacts({
  weakest,
  handling,
}: {
  weakest: GradingPartsFragment | null
  handling: readonly Handling[]
}) {
  const { text } = useSpeech()
  const words = text.path
  return (
    <dl className={parts.facts}>
      <dt>{words.weakest}</dt>
      <dd>{weakest ? <Grading grading={weakest} /> : words.weakestNone}</dd>
      {handling.length > 0 && <dt>{words.handling}</dt>}
      {handling.length > 0 && <dd>{handling.map((h) => `${h}: ${text.handling[h]}`).join('; ')}</dd>}
    </dl>
  )
}

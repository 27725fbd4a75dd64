import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'

/** Whether an operation runs or when it ended. */
export function OperationState({ ended }: { ended: string | null }) {
  const { text, day } = useSpeech()
  const words = text.operations
  return <span className={parts.tag}>{ended ? fill(words.ended, { date: day(ended) }) : words.running}</span>
}

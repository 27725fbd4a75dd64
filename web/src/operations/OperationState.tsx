import type * as gql from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'

interface State {
  state: gql.OperationState
  ended: string | null
}

/** Where an operation stands, and when it ended. */
export function OperationState({ state, ended }: State) {
  const { text, day } = useSpeech()
  const words = text.operations
  return (
    <span className={parts.tag}>{ended ? fill(words.ended, { date: day(ended) }) : words.states[state]}</span>
  )
}

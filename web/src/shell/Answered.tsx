import type { ReactNode } from 'react'
import type { Answer } from '../api/useAnswer'
import { useSpeech } from '../language/LanguageProvider'
import { FailureNote } from './FailureNote'
import parts from './parts.module.css'

interface Props<Result> {
  answer: Answer<Result>
  children: (data: Result) => ReactNode
}

/** Shows that the hub is being asked, what went wrong, or the answer. */
export function Answered<Result>({ answer, children }: Props<Result>) {
  const { text } = useSpeech()
  if (answer.failure) return <FailureNote failure={answer.failure} again={answer.again} />
  if (answer.data === undefined)
    return (
      <p className={parts.asking} role="status">
        {text.shell.loading}
      </p>
    )
  return children(answer.data)
}

import type { Failure } from '../api/failure'
import { useSpeech } from '../language/LanguageProvider'
import { Said } from '../language/said/Said'
import { fill } from '../language/say'
import parts from './parts.module.css'
import { StepUpLink } from './StepUp'

/** What went wrong, in plain words by code, with the hub's own words where it gave some. */
export function FailureNote({ failure, again }: { failure: Failure; again?: () => void }) {
  const { text } = useSpeech()
  const words = text.failure
  return (
    <div className={parts.failure} role="alert">
      <strong>{words[failure.code]}</strong>
      {failure.said !== '' && failure.code !== 'NOT_FOUND' && (
        <p>
          <Said sentence={failure.said} />
        </p>
      )}
      {failure.field && <p>{fill(words.field, { field: failure.field })}</p>}
      {failure.requestId && <p>{fill(words.request, { id: failure.requestId })}</p>}
      {failure.code === 'STEP_UP_REQUIRED' && <StepUpLink />}
      {again && (
        <button type="button" className={parts.button} onClick={again}>
          {text.shell.again}
        </button>
      )}
    </div>
  )
}

import { useSpeech } from '../language/LanguageProvider'
import { useMe } from '../session/SessionProvider'
import parts from './parts.module.css'

/** The way to the officer's own provider, to prove once more who they are, and back to this page. */
export function StepUpLink() {
  const { text } = useSpeech()
  const back = new URLSearchParams({ return_to: location.pathname + location.search }).toString()
  return (
    <a className={parts.button} href={`/login/step-up?${back}`}>
      {text.session.stepUp}
    </a>
  )
}

/** Says that victim identities are out of sight until the officer steps up; nothing to everybody else. */
export function WithheldNote() {
  const { text } = useSpeech()
  if (!useMe().stepUp.withheld) return null
  return (
    <p className={parts.hint} role="status">
      {text.session.withheld} <StepUpLink />
    </p>
  )
}

import { useRef, useState } from 'react'
import { asFailure, type Failure } from '../api/failure'
import { useSpeech } from '../language/LanguageProvider'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import styles from './entry.module.css'

/** Withdraws something, after being asked twice. */
export function Withdraw({ withdraw }: { withdraw: (idempotencyKey: string) => Promise<void> }) {
  const { text } = useSpeech()
  const words = text.entry
  const [sure, setSure] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const key = useRef(crypto.randomUUID())
  return (
    <fieldset className={styles.section}>
      <legend>{words.withdraw}</legend>
      <p className={parts.hint}>{words.withdrawLead}</p>
      <div className={parts.row}>
        {sure && (
          <button
            type="button"
            className={parts.primary}
            onClick={() => withdraw(key.current).catch((thrown: unknown) => setFailure(asFailure(thrown)))}
          >
            {words.withdrawSure}
          </button>
        )}
        <button type="button" className={parts.button} onClick={() => setSure(!sure)}>
          {sure ? text.shell.cancel : words.withdraw}
        </button>
      </div>
      {failure && <FailureNote failure={failure} />}
    </fieldset>
  )
}

import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { asFailure, type Failure } from '../api/failure'
import { useSpeech } from '../language/LanguageProvider'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import styles from './entry.module.css'
import { FieldFailures } from './FieldError'

interface Props {
  /** Writes what the form holds; the key makes it safe to repeat. */
  write: (form: FormData, idempotencyKey: string) => Promise<void>
  /** What the button says; left out: Save. */
  submit?: string
  children: ReactNode
}

/**
 * A form that writes to the hub. What the hub says of a field stands at that
 * field. While it is unknown whether a write arrived, it is repeated under the
 * same key, so that it is never done twice.
 */
export function EntryForm({ write, submit: name, children }: Props) {
  const { text } = useSpeech()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const key = useRef<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    key.current ??= crypto.randomUUID()
    setBusy(true)
    setFailure(null)
    try {
      await write(new FormData(form), key.current)
      // A form that stays is for something else next time.
      key.current = null
    } catch (thrown) {
      const failed = asFailure(thrown)
      if (failed.code !== 'NETWORK' && failed.code !== 'INTERNAL') key.current = null
      setFailure(failed)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <FieldFailures failure={failure}>{children}</FieldFailures>
      {failure && <FailureNote failure={failure} />}
      <div className={parts.row}>
        <button type="submit" className={parts.primary} disabled={busy}>
          {name ?? text.entry.save}
        </button>
      </div>
    </form>
  )
}

import { useActionState, useId } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { ask } from '../api/ask'
import { asFailure, type Failure } from '../api/failure'
import { type MePartsFragment, SetPurposeDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import styles from './session.module.css'

interface Props {
  open: boolean
  purpose: string | null
  onStated: (me: MePartsFragment) => void
  onClose: () => void
}

/** Asks why the officer reads. Without a purpose stated once it cannot be closed. */
export default function PurposeDialog({ open, purpose, onStated, onClose }: Props) {
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={open}
      onClick={({ target, currentTarget }) => purpose !== null && target === currentTarget && onClose()}
      isKeyboardDismissDisabled={purpose === null}
      onOpenChange={(next) => !next && onClose()}
    >
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog}>
          <PurposeForm purpose={purpose} onStated={onStated} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Dialogs begin at their first field. */
function focus(field: HTMLInputElement | null) {
  field?.focus()
}

function PurposeForm({ purpose, onStated, onClose }: Omit<Props, 'open'>) {
  const { text } = useSpeech()
  const words = text.session
  const hint = useId()
  const [failure, submit, busy] = useActionState<Failure | null, FormData>(async (_, form) => {
    try {
      const answer = await ask(SetPurposeDocument, { purpose: String(form.get('purpose')).trim() })
      onStated(answer.setPurpose)
      return null
    } catch (thrown) {
      return asFailure(thrown)
    }
  }, null)
  return (
    <form action={submit} className={styles.form}>
      <Heading slot="title">{words.purposeTitle}</Heading>
      <p>{words.purposeExplain}</p>
      <label className={parts.field}>
        <span>{words.purposeLabel}</span>
        <input
          className={parts.input}
          name="purpose"
          required
          minLength={3}
          maxLength={200}
          autoComplete="off"
          ref={focus}
          defaultValue={purpose ?? ''}
          aria-describedby={hint}
        />
      </label>
      <p id={hint} className={parts.hint}>
        {words.purposeHint}
      </p>
      {failure && <FailureNote failure={failure} />}
      <div className={parts.row}>
        <button type="submit" className={parts.primary} disabled={busy}>
          {words.purposeSet}
        </button>
        {purpose !== null && (
          <button type="button" className={parts.button} onClick={onClose}>
            {text.shell.cancel}
          </button>
        )}
      </div>
    </form>
  )
}

import { useRef } from 'react'
import { ask } from '../api/ask'
import { EntryForm } from '../entry/EntryForm'
import { FieldError } from '../entry/FieldError'
import { type OrganisationPartsFragment, ProposeIssuerDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import { Panel } from '../work/Panel'
import styles from '../work/work.module.css'
import own from './issuers.module.css'
import { TokenTrial } from './TokenTrial'
import { useIssuerTexts } from './texts'

interface Props {
  title: string
  first: string
  organisations: readonly OrganisationPartsFragment[]
  onClose: () => void
  onProposed: () => void
}

/** Writing begins where the button that was pressed leads. */
function begin(field: HTMLTextAreaElement | null) {
  field?.focus()
}

/** Where an entry is written, tried with a token, and proposed. */
export function EntryDesk({ title, first, organisations, onClose, onProposed }: Props) {
  const { text } = useSpeech()
  const words = useIssuerTexts()
  const field = useRef<HTMLTextAreaElement>(null)
  const write = async (form: FormData) => {
    await ask(ProposeIssuerDocument, { entry: String(form.get('entry')) })
    onProposed()
  }
  return (
    <Panel
      title={title}
      beside={
        <button type="button" className={parts.button} onClick={onClose}>
          {text.shell.close}
        </button>
      }
    >
      <div className={styles.form}>
        <EntryForm write={write} submit={words.proposeGo}>
          <label className={parts.field}>
            <span>{words.entry} *</span>
            <textarea
              ref={(now) => {
                field.current = now
                begin(now)
              }}
              className={`${parts.input} ${own.written}`}
              name="entry"
              required
              spellCheck={false}
              autoComplete="off"
              defaultValue={first}
              aria-describedby="entry-hint entry-said"
            />
            <span id="entry-hint" className={parts.hint}>
              {words.entryHint}
            </span>
            <FieldError id="entry-said" path="entry" />
          </label>
        </EntryForm>
        <TokenTrial entry={() => field.current?.value ?? ''} organisations={organisations} />
      </div>
    </Panel>
  )
}

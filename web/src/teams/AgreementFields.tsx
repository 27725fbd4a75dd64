import { useAnswer } from '../api/useAnswer'
import type { AgreementInput, AgreementPartsFragment } from '../gql/graphql'
import { TeamChoicesDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import styles from '../work/work.module.css'

const nothing = {}

/** Reads what is to be signed out of a form. */
export function agreementOf(form: FormData): AgreementInput {
  const field = (name: string) => String(form.get(name) ?? '').trim()
  return {
    legalBasis: field('legalBasis'),
    purpose: field('purpose'),
    from: field('from') || null,
    until: field('until') || null,
  }
}

interface Props {
  /** What is signed now; null for a new operation. */
  before: { name: string; agreement: AgreementPartsFragment; parties: readonly string[] } | null
}

/** Name, legal basis, purpose, dates and parties. */
export function AgreementFields({ before }: Props) {
  const { text } = useSpeech()
  const words = useWork().teams
  const { organisation } = useMe()
  const answer = useAnswer(TeamChoicesDocument, nothing)
  const line = (
    name: string,
    label: string,
    value: string | null | undefined,
    required: boolean,
    type = 'text',
  ) => (
    <label className={parts.field}>
      <span>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </span>
      <input
        className={parts.input}
        name={name}
        type={type}
        required={required}
        autoComplete="off"
        defaultValue={value ?? ''}
      />
    </label>
  )
  return (
    <>
      <fieldset className={styles.section}>
        <legend>{text.operations.agreement}</legend>
        <div className={styles.grid}>
          {line('name', text.operations.name, before?.name, true)}
          {line('legalBasis', text.operations.legalBasis, before?.agreement.legalBasis, true)}
          {line('purpose', text.operations.purpose, before?.agreement.purpose, true)}
          {line('from', words.from, before?.agreement.from, false, 'date')}
          {line('until', words.until, before?.agreement.until, false, 'date')}
        </div>
      </fieldset>
      <fieldset className={styles.section}>
        <legend>{words.otherParties}</legend>
        <Answered answer={answer}>
          {({ organisations }) => (
            <div className={styles.flags}>
              {organisations
                .filter((other) => other.id !== organisation.id)
                .map((other) => (
                  <label key={other.id} className={styles.flag}>
                    <input
                      type="checkbox"
                      name="parties"
                      value={other.id}
                      defaultChecked={before?.parties.includes(other.id)}
                    />
                    {other.name} ({other.country})
                  </label>
                ))}
            </div>
          )}
        </Answered>
      </fieldset>
    </>
  )
}

import { useState } from 'react'
import { ask } from '../api/ask'
import { Failure } from '../api/failure'
import { useAnswer } from '../api/useAnswer'
import { EntryForm } from '../entry/EntryForm'
import { FieldInput } from '../entry/FieldInput'
import { detailsOf, recordFields } from '../entry/fields'
import {
  DecideReleaseDocument,
  type GradingInput,
  type Handling,
  type RecordDetailsInput,
  type RecordPartsFragment,
  type ReleaseDecision,
  ReleaseOriginalDocument,
  type ReleasePartsFragment,
  type SanitisedInput,
  type Scheme,
} from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { Answered } from '../shell/Answered'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { Checks, withCodes } from '../work/Checks'
import styles from '../work/work.module.css'

interface Props {
  release: ReleasePartsFragment
  onDone: () => void
  onClose: () => void
}

/** Grants, sanitises or refuses. */
export function Decide({ release, onDone, onClose }: Props) {
  const { text } = useSpeech()
  const words = useWork().releases
  const [decision, setDecision] = useState<ReleaseDecision>('GRANT')
  const original = release.element?.__typename === 'Record' ? release.element : null
  const decisions = (Object.keys(words.decisions) as ReleaseDecision[]).filter(
    (one) => one !== 'SANITISE' || original,
  )
  const answer = useAnswer(
    ReleaseOriginalDocument,
    decision === 'SANITISE' && original ? { id: original.id } : null,
  )
  const record = answer.data?.node?.__typename === 'Record' ? answer.data.node : null
  const write = async (form: FormData, idempotencyKey: string) => {
    const until = String(form.get('until') ?? '')
    await ask(DecideReleaseDocument, {
      input: {
        idempotencyKey,
        id: release.id,
        version: release.version,
        decision,
        reason: String(form.get('reason') ?? ''),
        until: decision === 'GRANT' && until !== '' ? new Date(until).toISOString() : null,
        sanitised: decision === 'SANITISE' && record ? sanitisedOf(record, form) : null,
      },
    })
    onDone()
  }
  return (
    <div className={styles.form}>
      <EntryForm write={write} submit={words.decisions[decision]}>
        <fieldset className={styles.section}>
          <legend>{words.decision}</legend>
          {decisions.map((one) => (
            <label key={one} className={styles.flag}>
              <input
                type="radio"
                name={`decision-${release.id}`}
                checked={decision === one}
                onChange={() => setDecision(one)}
              />
              <span>
                <strong>{words.decisions[one]}</strong>{' '}
                <span className={parts.hint}>{words.decisionHints[one]}</span>
              </span>
            </label>
          ))}
          <label className={parts.field}>
            <span>{words.reason}</span>
            <input
              className={parts.input}
              name="reason"
              autoComplete="off"
              required={decision === 'REFUSE'}
            />
          </label>
          {decision === 'GRANT' && release.action !== 'PASS_ON' && (
            <label className={parts.field}>
              <span>{words.until}</span>
              <input className={parts.input} type="datetime-local" name="until" />
            </label>
          )}
        </fieldset>
        {decision === 'SANITISE' && (
          <Answered answer={answer}>
            {({ node }) =>
              node?.__typename === 'Record' ? (
                <SanitisedFields record={node} />
              ) : (
                <FailureNote failure={new Failure('NOT_FOUND', '')} />
              )
            }
          </Answered>
        )}
      </EntryForm>
      <div>
        <button type="button" className={parts.button} onClick={onClose}>
          {text.shell.cancel}
        </button>
      </div>
    </div>
  )
}

function SanitisedFields({ record }: { record: RecordPartsFragment }) {
  const { text } = useSpeech()
  const words = useWork().releases
  const { fields } = recordFields[record.kind]
  return (
    <fieldset className={styles.section}>
      <legend>{words.sanitised}</legend>
      <p className={parts.hint}>{words.sanitisedHint}</p>
      <div className={styles.grid}>
        {fields.map((field) => (
          <FieldInput key={field.name} field={field} value={null} within="sanitised.details" />
        ))}
        <label className={parts.field}>
          <span>{text.record.source} *</span>
          <input className={parts.input} name="source" required autoComplete="off" />
        </label>
        <label className={parts.field}>
          <span>{text.entry.scheme}</span>
          <select className={parts.select} name="grading.scheme" defaultValue={record.grading?.scheme}>
            {(Object.keys(text.schemes) as Scheme[]).map((scheme) => (
              <option key={scheme} value={scheme}>
                {text.schemes[scheme]}
              </option>
            ))}
          </select>
        </label>
        <label className={parts.field}>
          <span>{text.record.grading}</span>
          <input
            className={parts.input}
            name="grading.value"
            defaultValue={record.grading?.value}
            autoComplete="off"
          />
        </label>
        <label className={parts.field}>
          <span>{text.record.restrictions}</span>
          <input className={parts.input} name="restrictions" autoComplete="off" />
        </label>
      </div>
      <Checks name="handling" legend={text.record.handling} choices={withCodes(text.handling)} />
      <label className={styles.flag}>
        <input type="checkbox" name="tellAsking" />
        {words.tellAsking}
      </label>
    </fieldset>
  )
}

function sanitisedOf(record: RecordPartsFragment, form: FormData): SanitisedInput {
  const { input, fields } = recordFields[record.kind]
  const value = String(form.get('grading.value') ?? '').trim()
  const grading: GradingInput | null =
    value === '' ? null : { scheme: String(form.get('grading.scheme')) as Scheme, value }
  return {
    // The description is checked against the schema where it is written, field by field.
    details: { [input]: detailsOf(fields, form) } as unknown as RecordDetailsInput,
    source: String(form.get('source') ?? '').trim(),
    grading,
    handling: form.getAll('handling') as Handling[],
    restrictions: String(form.get('restrictions') ?? '').trim() || null,
    tellAsking: form.get('tellAsking') === 'on',
  }
}

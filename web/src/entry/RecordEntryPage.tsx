import { useState } from 'react'
import { useLocation } from 'wouter'
import { ask } from '../api/ask'
import { CreateRecordDocument, type RecordDetailsInput, type RecordKind } from '../gql/graphql'
import { recordKinds } from '../kinds/look'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { ContributionFields } from './ContributionFields'
import { contributionOf } from './contribution'
import { EntryForm } from './EntryForm'
import styles from './entry.module.css'
import { FieldInput } from './FieldInput'
import { detailsOf, recordFields } from './fields'

/** A new record of any kind. */
export default function RecordEntryPage() {
  const { text } = useSpeech()
  const words = text.entry
  useTitle(words.newRecord)
  const [, go] = useLocation()
  const [kind, setKind] = useState<RecordKind>('PERSON')
  const { input, fields } = recordFields[kind]
  const write = async (form: FormData, idempotencyKey: string) => {
    // The description is checked against the schema where it is written, field by field.
    const details = { [input]: detailsOf(fields, form) } as unknown as RecordDetailsInput
    const given = { idempotencyKey, ...contributionOf(form), details }
    const { createRecord } = await ask(CreateRecordDocument, { input: given })
    go(`/records/${createRecord.record.id}`)
  }
  return (
    <div className={parts.page}>
      <h1>{words.newRecord}</h1>
      <p className={parts.hint}>{words.newRecordLead}</p>
      <label className={parts.field}>
        <span>{text.search.kind}</span>
        <select
          className={parts.select}
          value={kind}
          onChange={(event) => setKind(recordKinds.find((k) => k === event.target.value) ?? kind)}
        >
          {recordKinds.map((k) => (
            <option key={k} value={k}>
              {text.kinds[k]}
            </option>
          ))}
        </select>
      </label>
      <EntryForm write={write}>
        <fieldset className={styles.section} key={kind}>
          <legend>{text.record.details}</legend>
          <div className={styles.grid}>
            {fields.map((field) => (
              <FieldInput key={field.name} field={field} value={null} within="details" />
            ))}
          </div>
        </fieldset>
        <ContributionFields before={null} />
      </EntryForm>
    </div>
  )
}

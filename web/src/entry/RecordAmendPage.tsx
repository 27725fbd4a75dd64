import { useLocation } from 'wouter'
import { ask } from '../api/ask'
import { Failure } from '../api/failure'
import { useAnswer } from '../api/useAnswer'
import {
  AmendRecordDocument,
  EntryRecordDocument,
  type RecordDetailsInput,
  type RecordPartsFragment,
  RetireRecordDocument,
} from '../gql/graphql'
import { Kind } from '../kinds/Kind'
import { useSpeech } from '../language/LanguageProvider'
import { Answered } from '../shell/Answered'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { ContributionFields } from './ContributionFields'
import { contributionOf } from './contribution'
import { EntryForm } from './EntryForm'
import styles from './entry.module.css'
import { FieldInput } from './FieldInput'
import { detailsOf, recordFields } from './fields'
import { Withdraw } from './Withdraw'

/** A new version of a record of one's own organisation, or its end. */
export default function RecordAmendPage({ id }: { id: string }) {
  const { text } = useSpeech()
  useTitle(text.entry.amend)
  const answer = useAnswer(EntryRecordDocument, { id })
  return (
    <div className={parts.page}>
      <h1>{text.entry.amend}</h1>
      <Answered answer={answer}>
        {({ node }) =>
          node?.__typename === 'Record' ? (
            <Amendment record={node} />
          ) : (
            <FailureNote failure={new Failure('NOT_FOUND', '')} />
          )
        }
      </Answered>
    </div>
  )
}

function Amendment({ record }: { record: RecordPartsFragment }) {
  const { text } = useSpeech()
  const [, go] = useLocation()
  const { id, version } = record
  const { input, fields } = recordFields[record.kind]
  const held = new Map<string, unknown>(Object.entries(record.details))
  const write = async (form: FormData, idempotencyKey: string) => {
    // The description is checked against the schema where it is written, field by field.
    const details = { [input]: detailsOf(fields, form) } as unknown as RecordDetailsInput
    await ask(AmendRecordDocument, {
      input: { idempotencyKey, id, version, ...contributionOf(form), details },
    })
    go(`/records/${id}`)
  }
  return (
    <>
      <p>
        <Kind kind={record.kind} /> <strong>{record.label}</strong>
      </p>
      <p className={parts.hint}>{text.entry.amendLead}</p>
      <EntryForm write={write}>
        <fieldset className={styles.section}>
          <legend>{text.record.details}</legend>
          <div className={styles.grid}>
            {fields.map((field) => (
              <FieldInput key={field.name} field={field} value={held.get(field.label)} within="details" />
            ))}
          </div>
        </fieldset>
        <ContributionFields before={record} />
      </EntryForm>
      <Withdraw
        withdraw={async (idempotencyKey) => {
          await ask(RetireRecordDocument, { input: { idempotencyKey, id, version } })
          go('/search')
        }}
      />
    </>
  )
}

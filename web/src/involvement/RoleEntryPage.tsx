import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { ask } from '../api/ask'
import { Failure } from '../api/failure'
import { ContributionFields } from '../entry/ContributionFields'
import { contributionOf } from '../entry/contribution'
import { EntryForm } from '../entry/EntryForm'
import { RecordPicker } from '../entry/RecordPicker'
import { CreateInvolvementDocument, type InvolvementRole } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { OperationSelect } from '../work/OperationSelect'
import styles from '../work/work.module.css'

/** Judges which role a person has in an operation. A victim becomes a suspect only by a second officer. */
export default function RoleEntryPage() {
  const { text } = useSpeech()
  const words = useWork().involvement
  useTitle(text.shell.newRole)
  const [, go] = useLocation()
  const [parameters] = useSearchParams()
  const [person, setPerson] = useState(parameters.get('person'))
  const [operation, setOperation] = useState(parameters.get('operation') ?? '')
  const [waits, setWaits] = useState(false)
  const write = async (form: FormData, idempotencyKey: string) => {
    if (person === null) throw new Failure('BAD_USER_INPUT', words.choosePerson)
    const role = String(form.get('role')) as InvolvementRole
    const { createInvolvement } = await ask(CreateInvolvementDocument, {
      input: { idempotencyKey, operation, person, role, ...contributionOf(form) },
    })
    if (createInvolvement.involvement) go(`/records/${person}`)
    else setWaits(true)
  }
  return (
    <div className={parts.page}>
      <h1>{text.shell.newRole}</h1>
      <p className={parts.hint}>{words.lead}</p>
      {waits ? (
        <p className={parts.notice} role="status">
          {words.waits}
        </p>
      ) : (
        <EntryForm write={write}>
          <RecordPicker legend={text.operations.person} chosen={person} onChoose={setPerson} />
          <fieldset className={styles.section}>
            <legend>{text.operations.role}</legend>
            <div className={styles.grid}>
              <OperationSelect
                label={text.record.operation}
                none={null}
                value={operation}
                onChange={setOperation}
              />
              <label className={parts.field}>
                <span>{text.operations.role}</span>
                <select className={parts.select} name="role" required defaultValue="">
                  <option value="">{text.entry.choose}</option>
                  {(Object.keys(text.involvementRoles) as InvolvementRole[]).map((role) => (
                    <option key={role} value={role}>
                      {text.involvementRoles[role]}
                    </option>
                  ))}
                </select>
              </label>
            </div>
            <p className={parts.hint}>{text.operations.victimNote}</p>
          </fieldset>
          <ContributionFields before={null} />
        </EntryForm>
      )}
    </div>
  )
}

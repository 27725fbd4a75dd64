import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { ask } from '../api/ask'
import { Failure } from '../api/failure'
import { CreateLinkDocument, type LinkKind } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { ContributionFields } from './ContributionFields'
import { contributionOf } from './contribution'
import { EntryForm } from './EntryForm'
import styles from './entry.module.css'
import { LinkFields, linkDetails } from './LinkFields'
import { RecordPicker } from './RecordPicker'

/** A new link between two records in sight, whoever contributed those. */
export default function LinkEntryPage() {
  const { text } = useSpeech()
  const words = text.entry
  useTitle(words.newLink)
  const [, go] = useLocation()
  const [parameters] = useSearchParams()
  const [kind, setKind] = useState<LinkKind>('ASSOCIATE')
  const [from, setFrom] = useState(parameters.get('from'))
  const [to, setTo] = useState(parameters.get('to'))
  const kinds = Object.keys(text.linkKinds) as LinkKind[]
  const write = async (form: FormData, idempotencyKey: string) => {
    if (from === null || to === null) throw new Failure('BAD_USER_INPUT', words.bothEnds)
    const details = linkDetails(kind, form)
    await ask(CreateLinkDocument, {
      input: { idempotencyKey, kind, from, to, ...contributionOf(form), details },
    })
    go(`/records/${from}`)
  }
  return (
    <div className={parts.page}>
      <h1>{words.newLink}</h1>
      <p className={parts.hint}>{words.newLinkLead}</p>
      <EntryForm write={write}>
        <div className={styles.ends}>
          <RecordPicker legend={text.path.from} chosen={from} onChoose={setFrom} />
          <label className={parts.field}>
            <span>{text.record.linkKind}</span>
            <select
              className={parts.select}
              value={kind}
              onChange={(event) => setKind(kinds.find((k) => k === event.target.value) ?? kind)}
            >
              {kinds.map((k) => (
                <option key={k} value={k}>
                  {text.linkKinds[k]}
                </option>
              ))}
            </select>
          </label>
          <RecordPicker legend={text.path.to} chosen={to} onChoose={setTo} />
        </div>
        <LinkFields kind={kind} held={null} />
        <ContributionFields before={null} />
      </EntryForm>
    </div>
  )
}

import { type FormEvent, useCallback, useState } from 'react'
import { ask } from '../api/ask'
import { useAnswer } from '../api/useAnswer'
import { usePages } from '../api/usePages'
import {
  type Compartment,
  EntryChoicesDocument,
  ViewAsDocument,
  type ViewAsQueryVariables,
} from '../gql/graphql'
import { EntityName } from '../kinds/Element'
import { Kind } from '../kinds/Kind'
import { Marks } from '../kinds/Marking'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import { FailureNote } from '../shell/FailureNote'
import { MoreRow } from '../shell/MoreRow'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'
import styles from '../work/work.module.css'

const nothing = {}

type Eyes = Pick<ViewAsQueryVariables, 'organisation' | 'operation' | 'clearances'>

/** What an officer of another organisation sees of what one's own contributed. */
export default function ViewAsPage() {
  const { text } = useSpeech()
  const words = useWork().sharing
  useTitle(text.shell.viewAs)
  const [eyes, setEyes] = useState<Eyes | null>(null)
  return (
    <div className={parts.page}>
      <h1>{text.shell.viewAs}</h1>
      <p className={parts.lead}>{words.viewAsLead}</p>
      <EyesForm onLook={setEyes} />
      {eyes && <Seen key={JSON.stringify(eyes)} eyes={eyes} />}
    </div>
  )
}

function EyesForm({ onLook }: { onLook: (eyes: Eyes) => void }) {
  const { text } = useSpeech()
  const words = useWork().sharing
  const { organisation } = useMe()
  const answer = useAnswer(EntryChoicesDocument, nothing)
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    onLook({
      organisation: String(form.get('organisation')),
      operation: String(form.get('operation') ?? '') || null,
      clearances: form.getAll('clearances') as Compartment[],
    })
  }
  return (
    <Answered answer={answer}>
      {({ organisations, operations }) => (
        <form className={`${parts.panel} ${styles.form}`} onSubmit={look}>
          <div className={styles.roomy}>
            <label className={parts.field}>
              <span>{text.operations.organisation}</span>
              <select className={parts.select} name="organisation" required>
                {organisations
                  .filter((other) => other.id !== organisation.id)
                  .map((other) => (
                    <option key={other.id} value={other.id}>
                      {other.name} ({other.country})
                    </option>
                  ))}
              </select>
            </label>
            <label className={parts.field}>
              <span>{words.asMember}</span>
              <select className={parts.select} name="operation">
                <option value="">{words.noTeam}</option>
                {operations.map((operation) => (
                  <option key={operation.id} value={operation.id}>
                    {operation.name}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <fieldset className={styles.section}>
            <legend>{text.visibility.clearances}</legend>
            <div className={styles.flags}>
              {(Object.keys(text.compartments) as Compartment[]).map((code) => (
                <label key={code} className={styles.flag}>
                  <input type="checkbox" name="clearances" value={code} />
                  {text.compartments[code]}
                </label>
              ))}
            </div>
          </fieldset>
          <div className={parts.row}>
            <button type="submit" className={parts.primary}>
              {words.look}
            </button>
          </div>
        </form>
      )}
    </Answered>
  )
}

function Seen({ eyes }: { eyes: Eyes }) {
  const { text, number } = useSpeech()
  const words = useWork().sharing
  const [counts, setCounts] = useState<{ kind: keyof typeof text.kinds; count: number }[]>([])
  const read = useCallback(
    async (after: string | null, signal: AbortSignal) => {
      const { viewAs } = await ask(ViewAsDocument, { ...eyes, first: 50, after }, signal)
      setCounts(viewAs.counts)
      return viewAs.records
    },
    [eyes],
  )
  const pages = usePages(read)
  return (
    <Panel title={words.seen}>
      {counts.length > 0 && (
        <ul className={`${parts.row} ${parts.panelBody}`}>
          {counts.map(({ kind, count }) => (
            <li key={kind} className={parts.tag}>
              <Kind kind={kind} /> {number(count)}
            </li>
          ))}
        </ul>
      )}
      {pages.failure && <FailureNote failure={pages.failure} />}
      {pages.totalCount === 0 && <p className={parts.empty}>{words.seesNothing}</p>}
      {pages.items.length > 0 && (
        <DataTable
          name={words.seen}
          columns={[text.search.label, text.search.marking]}
          rows={pages.items.map((record) => ({
            key: record.id,
            cells: [
              <EntityName key="name" entity={record} />,
              <Marks key="marks" marking={record.marking} />,
            ],
          }))}
        />
      )}
      {!pages.failure && <MoreRow pages={pages} />}
    </Panel>
  )
}

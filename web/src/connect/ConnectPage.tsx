import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { veiled } from '../api/privacy'
import { useAnswer } from '../api/useAnswer'
import { addToCanvas } from '../canvas/address'
import { ConnectDocument, type ConnectInput, type ConnectQuery, type PathMeasure } from '../gql/graphql'
import { EntityName } from '../kinds/Element'
import { Grading } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { ChosenRecords } from '../work/ChosenRecords'
import { Conditions } from '../work/Conditions'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'
import styles from '../work/work.module.css'

/** What joins several people by as few or as strong ties as can be found. */
export default function ConnectPage() {
  const { text } = useSpeech()
  const words = useWork().connect
  useTitle(text.shell.connect)
  const [records, setRecords] = useState<string[]>(() =>
    (new URLSearchParams(location.hash.replace(/^#/, '')).get('records') ?? '')
      .split(',')
      .filter((id) => id !== ''),
  )
  const [measure, setMeasure] = useState<PathMeasure>('HOPS')
  const [input, setInput] = useState<ConnectInput | null>(null)
  const answer = useAnswer(ConnectDocument, input && { input })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setInput({ records, measure })
  }
  return (
    <div className={parts.page}>
      <h1>{text.shell.connect}</h1>
      <p className={parts.lead}>{words.lead}</p>
      <form className={styles.cards} onSubmit={submit}>
        <ChosenRecords legend={words.who} hint={words.whoHint} chosen={records} onChange={setRecords} />
        <div className={parts.row}>
          <label className={parts.row}>
            <span>{words.measure}</span>
            <select
              className={parts.select}
              value={measure}
              onChange={(event) => setMeasure(event.target.value as PathMeasure)}
            >
              {(Object.keys(words.measures) as PathMeasure[]).map((one) => (
                <option key={one} value={one}>
                  {words.measures[one]}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className={parts.primary} disabled={records.length < 2}>
            {words.go}
          </button>
        </div>
      </form>
      {input && <Answered answer={answer}>{({ connect }) => <Joined joined={connect} />}</Answered>}
    </div>
  )
}

function Joined({ joined }: { joined: ConnectQuery['connect'] }) {
  const { text, number, count } = useSpeech()
  const words = useWork().connect
  const entity = new Map(joined.entities.map((one) => [one.id, one]))
  if (joined.links.length === 0)
    return (
      <div className={`${parts.panel} ${parts.empty}`} role="status">
        <strong>{words.none}</strong>
        <span>{words.noneHint}</span>
      </div>
    )
  return (
    <Panel
      title={words.found}
      beside={
        <Link className={parts.button} href={addToCanvas(joined.entities.map((one) => one.id))}>
          {words.onCanvas}
        </Link>
      }
    >
      <div className={styles.form}>
        <p role="status">
          {count(words.ties, joined.links.length)}
          {' · '}
          {joined.groups.length === 1 ? words.oneGroup : count(words.groups, joined.groups.length)}
          {' · '}
          {joined.bound === 1 ? words.least : fill(words.bound, { n: number(joined.bound) })}
        </p>
        <Conditions of={joined} />
        <p className={parts.hint}>
          {text.path.weakest}: <Grading grading={joined.weakest} /> · {words.sources}:{' '}
          {joined.sources.join(', ')}
        </p>
        {joined.hubs.length > 0 && (
          <div className={parts.notice}>
            <p>{words.reliesOn}</p>
            <ul>
              {joined.hubs.map((hub) => (
                <li key={hub.entity.id}>
                  <EntityName entity={hub.entity} /> {fill(words.hub, { n: number(hub.degree) })}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <DataTable
        name={words.found}
        columns={[text.path.from, text.record.linkKind, text.path.to, words.parallel, text.record.source]}
        rows={joined.links.map((tie) => {
          const [from, to] = [entity.get(tie.fromId), entity.get(tie.toId)]
          return {
            key: tie.link.id,
            cells: [
              from && <EntityName key="from" entity={from} />,
              text.linkKinds[tie.link.kind],
              to && <EntityName key="to" entity={to} />,
              number(tie.parallel),
              veiled(tie.link.source),
            ],
          }
        })}
      />
    </Panel>
  )
}

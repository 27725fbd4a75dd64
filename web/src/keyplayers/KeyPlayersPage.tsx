import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../api/useAnswer'
import { addToCanvas } from '../canvas/address'
import { askedFor } from '../disruption/network'
import {
  BrokersDocument,
  CentralityDocument,
  type CentralityInput,
  type CentralityMeasure,
  StructureDocument,
} from '../gql/graphql'
import { EntityName } from '../kinds/Element'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { DataTable } from '../work/DataTable'
import { NetworkSelect } from '../work/NetworkSelect'
import { Panel } from '../work/Panel'
import styles from '../work/work.module.css'

const first = 20

interface Question {
  operation: string
  measure: CentralityMeasure
  people: boolean
}

/** Who is central, who stands between countries, and where the network comes apart. */
export default function KeyPlayersPage() {
  const { text } = useSpeech()
  const words = useWork().keyPlayers
  useTitle(text.shell.keyPlayers)
  const [operation, setOperation] = useState(() => askedFor(location.hash).operation)
  const [question, setQuestion] = useState<Question | null>(null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setQuestion({
      operation,
      measure: String(form.get('measure')) as CentralityMeasure,
      people: form.get('people') === 'on',
    })
  }
  return (
    <div className={parts.page}>
      <h1>{text.shell.keyPlayers}</h1>
      <p className={parts.lead}>{words.lead}</p>
      <form className={`${parts.panel} ${styles.form}`} onSubmit={submit}>
        <div className={styles.grid}>
          <NetworkSelect value={operation} onChange={setOperation} />
          <label className={parts.field}>
            <span>{words.measure}</span>
            <select className={parts.select} name="measure" defaultValue="BETWEENNESS">
              {(Object.keys(words.measures) as CentralityMeasure[]).map((one) => (
                <option key={one} value={one}>
                  {words.measures[one]}
                </option>
              ))}
            </select>
          </label>
        </div>
        <label className={styles.flag}>
          <input type="checkbox" name="people" />
          {words.people}
        </label>
        <div className={parts.row}>
          <button type="submit" className={parts.primary}>
            {words.go}
          </button>
        </div>
      </form>
      {question && (
        <>
          <Central question={question} />
          {question.operation === '' ? (
            <p className={parts.hint}>{words.brokersNeed}</p>
          ) : (
            <Between operation={question.operation} />
          )}
          <Weak question={question} />
        </>
      )}
    </div>
  )
}

function scopeOf({ operation, people }: Question) {
  return {
    ...(operation === '' ? {} : { operation }),
    ...(people ? { recordKinds: ['PERSON' as const] } : {}),
  }
}

/** Above so many entities the exact sum over all shortest paths is estimated from some. */
const samples = 2000

function Central({ question }: { question: Question }) {
  const { number } = useSpeech()
  const words = useWork().keyPlayers
  const input: CentralityInput = {
    measure: question.measure,
    scope: scopeOf(question),
    first,
    samples: question.measure === 'BETWEENNESS' && question.operation === '' ? samples : null,
  }
  const answer = useAnswer(CentralityDocument, { input })
  return (
    <Panel title={words.central}>
      <Answered answer={answer}>
        {({ centrality }) => (
          <>
            <p className={`${parts.panelBody} ${parts.hint}`} role="status">
              {fill(words.measured, { n: number(centrality.entities), ties: number(centrality.ties) })}
              {centrality.errorBound !== null &&
                ` ${fill(words.estimated, {
                  bound: number(Math.round(centrality.errorBound)),
                  part: number(Math.round((centrality.confidence ?? 0) * 100)),
                })}`}
            </p>
            {centrality.values.length > 0 && (
              <p className={parts.panelBody}>
                <Link
                  className={parts.button}
                  href={addToCanvas(centrality.values.map(({ entity }) => entity.id))}
                >
                  {words.onCanvas}
                </Link>
              </p>
            )}
            {centrality.values.length === 0 ? (
              <p className={parts.empty}>{words.nobody}</p>
            ) : (
              <DataTable
                name={words.central}
                columns={[words.rank, words.who, words.value]}
                rows={centrality.values.map((value) => ({
                  key: value.entity.id,
                  cells: [
                    number(value.rank),
                    <EntityName key="entity" entity={value.entity} />,
                    number(Math.round(value.value * 10000) / 10000),
                  ],
                }))}
              />
            )}
          </>
        )}
      </Answered>
    </Panel>
  )
}

function Between({ operation }: { operation: string }) {
  const { number } = useSpeech()
  const words = useWork().keyPlayers
  const answer = useAnswer(BrokersDocument, { input: { scope: { operation }, first } })
  return (
    <Panel title={words.brokers}>
      <p className={`${parts.hint} ${parts.panelBody}`}>{words.brokersLead}</p>
      <Answered answer={answer}>
        {({ brokers }) =>
          brokers.length === 0 ? (
            <p className={parts.empty}>{words.noBrokers}</p>
          ) : (
            <DataTable
              name={words.brokers}
              columns={[
                words.who,
                words.country,
                words.between,
                words.consultant,
                words.gatekeeper,
                words.liaison,
                words.coordinator,
              ]}
              rows={brokers.map((broker) => ({
                key: broker.entity.id,
                cells: [
                  <EntityName key="entity" entity={broker.entity} />,
                  broker.country,
                  number(broker.between),
                  number(broker.consultant),
                  number(broker.gatekeeper),
                  number(broker.liaison),
                  number(broker.coordinator),
                ],
              }))}
            />
          )
        }
      </Answered>
    </Panel>
  )
}

function Weak({ question }: { question: Question }) {
  const { number } = useSpeech()
  const words = useWork().keyPlayers
  const answer = useAnswer(StructureDocument, { input: { scope: scopeOf(question), first } })
  return (
    <Panel title={words.weak}>
      <Answered answer={answer}>
        {({ structure }) => (
          <div className={styles.form}>
            <p>
              {fill(words.cuts, { n: number(structure.cutCount), bridges: number(structure.bridgeCount) })}
            </p>
            <div className={styles.two}>
              <DataTable
                name={words.cutTable}
                columns={[words.cutTable]}
                rows={structure.cuts.map((entity) => ({
                  key: entity.id,
                  cells: [<EntityName key="entity" entity={entity} />],
                }))}
              />
              <DataTable
                name={words.bridgeTable}
                columns={[words.bridgeTable, words.bridgeTo]}
                rows={structure.bridges.map(({ a, b }) => ({
                  key: `${a.id} ${b.id}`,
                  cells: [<EntityName key="a" entity={a} />, <EntityName key="b" entity={b} />],
                }))}
              />
            </div>
          </div>
        )}
      </Answered>
    </Panel>
  )
}

import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { veiled } from '../api/privacy'
import { addToCanvas } from '../canvas/address'
import type { MoneyTraceQuery } from '../gql/graphql'
import { EntityName } from '../kinds/Element'
import { Grading } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import { Conditions } from '../work/Conditions'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'
import styles from '../work/work.module.css'
import { currenciesOf, stepsOf } from './flows'
import { OverTime, Sankey } from './Sankey'

type Trace = MoneyTraceQuery['trace']

/** What was followed: how much in all, drawn as a Sankey and over time, and every transfer in a table. */
export function TraceAnswer({ trace, back }: { trace: Trace; back: boolean }) {
  const { count, number } = useSpeech()
  const words = useWork().money
  const steps = useMemo(() => stepsOf(trace.trails, back), [trace, back])
  const currencies = useMemo(() => currenciesOf(steps), [steps])
  const [chosen, setChosen] = useState('')
  const currency = currencies.includes(chosen) ? chosen : (currencies[0] ?? '')
  if (trace.linkCount === 0)
    return (
      <div className={`${parts.panel} ${parts.empty}`} role="status">
        <strong>{words.none}</strong>
        <span>{words.noneHint}</span>
      </div>
    )
  const things = [...new Set(steps.flatMap((step) => [step.from.id, step.to.id]))]
  return (
    <>
      <Panel
        title={words.found}
        beside={
          <Link className={parts.button} href={addToCanvas(things)}>
            {words.onCanvas}
          </Link>
        }
      >
        <div className={styles.form}>
          <p role="status">
            {count(words.transfers, trace.linkCount)} · {count(words.things, trace.entities)}
          </p>
          <Totals trace={trace} />
          {trace.linkCount > steps.length && (
            <p className={parts.notice}>{fill(words.listed, { n: number(steps.length) })}</p>
          )}
          <Conditions of={trace} />
          <p className={parts.hint}>
            {words.weakest}: <Grading grading={trace.weakest} />
          </p>
        </div>
      </Panel>
      {currency !== '' && (
        <Panel
          title={words.sankey}
          beside={
            <select
              className={parts.select}
              aria-label={words.currency}
              value={currency}
              onChange={(event) => setChosen(event.target.value)}
            >
              {currencies.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          }
        >
          <Sankey steps={steps} currency={currency} />
          <div className={styles.form}>
            <h3>{words.overTime}</h3>
            <OverTime steps={steps} currency={currency} />
          </div>
        </Panel>
      )}
      <StepTable steps={steps} />
      <Hubs trace={trace} />
    </>
  )
}

function Totals({ trace }: { trace: Trace }) {
  const { number, count } = useSpeech()
  const words = useWork().money
  return (
    <dl className={styles.numbers}>
      {(trace.totals ?? []).map((total) => (
        <div key={total.currency}>
          <dt className={parts.hint}>
            {total.currency}, {count(words.transfers, total.transfers)}
          </dt>
          <dd className={styles.number}>{number(Number(total.amount))}</dd>
        </div>
      ))}
    </dl>
  )
}

function StepTable({ steps }: { steps: ReturnType<typeof stepsOf> }) {
  const { instant, number } = useSpeech()
  const words = useWork().money
  return (
    <Panel title={words.table}>
      <DataTable
        name={words.table}
        columns={[words.at, words.payer, words.payee, words.sum, words.source]}
        rows={steps.map((step) => ({
          key: step.id,
          cells: [
            instant(step.at),
            <EntityName key="from" entity={step.from} />,
            <EntityName key="to" entity={step.to} />,
            step.amount === null ? '' : `${number(step.amount)} ${step.currency}`,
            veiled(step.source),
          ],
        }))}
      />
    </Panel>
  )
}

function Hubs({ trace }: { trace: Trace }) {
  const { number } = useSpeech()
  const words = useWork().money
  if (trace.hubs.length === 0) return null
  return (
    <Panel title={words.hubs}>
      <p className={`${parts.hint} ${parts.panelBody}`}>{words.hubsHint}</p>
      <DataTable
        name={words.hubs}
        columns={[words.thing, words.onward]}
        rows={trace.hubs.map((hub) => ({
          key: hub.entity.id,
          cells: [<EntityName key="entity" entity={hub.entity} />, number(hub.degree)],
        }))}
      />
    </Panel>
  )
}

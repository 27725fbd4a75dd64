import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { veiled } from '../api/privacy'
import { Announcer } from '../canvas/Announcer'
import { addToCanvas } from '../canvas/address'
import { useCanvasStore } from '../canvas/CanvasMemory'
import type { MoneyTraceQuery } from '../gql/graphql'
import { EntityName } from '../kinds/Element'
import { Grading } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { FlowPlayer } from '../map/FlowPlayer'
import { amountSaid } from '../map/flow'
import { useRoute } from '../map/useRoute'
import parts from '../shell/parts.module.css'
import { Conditions } from '../work/Conditions'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'
import styles from '../work/work.module.css'
import { goneOf, type Step, stepsOf, type Total, totalsOf } from './flows'
import { OverTime, Sankey } from './Sankey'

type Trace = MoneyTraceQuery['trace']

/** What was followed: how much in all, drawn as a Sankey and over time, and every transfer in a table. */
export function TraceAnswer({ trace, back }: { trace: Trace; back: boolean }) {
  const { count, number } = useSpeech()
  const { money: words, time } = useWork()
  const { playOnCanvas } = time
  const store = useCanvasStore()
  const steps = useMemo(() => stepsOf(trace.trails, back), [trace, back])
  const totals = useMemo(() => totalsOf(steps), [steps])
  const [chosen, setChosen] = useState('')
  const shown = totals.find((total) => total.currency === chosen) ?? totals[0]
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
          <span className={parts.row}>
            <Link className={parts.button} href={addToCanvas(things)}>
              {words.onCanvas}
            </Link>
            <Link
              className={parts.button}
              href={addToCanvas(things)}
              onClick={() => store.set({ flow: new Set(steps.map(({ id }) => id)) })}
            >
              {playOnCanvas}
            </Link>
          </span>
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
      {shown && (
        <Panel
          title={words.sankey}
          beside={
            <select
              className={parts.select}
              aria-label={words.currency}
              value={shown.currency}
              onChange={(event) => setChosen(event.target.value)}
            >
              {totals.map(({ currency }) => (
                <option key={currency}>{currency}</option>
              ))}
            </select>
          }
        >
          <Currencies totals={totals} shown={shown} />
          <Flow key={shown.currency} steps={steps} currency={shown.currency} />
        </Panel>
      )}
      <StepTable steps={steps} />
      <Hubs trace={trace} />
    </>
  )
}

/** Which of several currencies is drawn, and what there is in the others. */
function Currencies({ totals, shown }: { totals: readonly Total[]; shown: Total }) {
  const { count, number } = useSpeech()
  const words = useWork().money
  if (totals.length < 2) return null
  const said = ({ amount, currency, transfers }: Total) =>
    `${amountSaid(amount, number)} ${currency} (${count(words.transfers, transfers)})`
  return (
    <p className={`${parts.notice} ${parts.panelBody}`} role="status">
      {fill(words.oneCurrency, {
        shown: said(shown),
        others: totals
          .filter((total) => total !== shown)
          .map(said)
          .join(', '),
      })}
    </p>
  )
}

/** The transfers of one currency as a Sankey and over time, one after the other where that is asked for. */
function Flow({ steps, currency }: { steps: readonly Step[]; currency: string }) {
  const { instant } = useSpeech()
  const words = useWork().money
  const own = useMemo(
    () => steps.filter((step) => step.currency === currency && step.amount !== null),
    [steps, currency],
  )
  const amounts = useMemo(() => own.map(({ exact }) => ({ amount: exact, currency })), [own, currency])
  const route = useRoute(own)
  const { step } = route
  const gone = useMemo(() => (step === null ? null : goneOf(own, step + 1)), [own, step])
  const saidOf = (at: number) => {
    const one = own[at]
    if (!one) return null
    return { from: one.from.label, to: one.to.label, when: instant(one.at), amount: one.exact, currency }
  }
  return (
    <Announcer>
      <div className={parts.panelBody}>
        <FlowPlayer route={route} title={words.play} amounts={amounts} saidOf={saidOf} />
      </div>
      <Sankey steps={own} currency={currency} gone={gone} />
      <div className={styles.form}>
        <h3>{words.overTime}</h3>
        <OverTime steps={own} currency={currency} gone={gone} />
      </div>
    </Announcer>
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
          <dd className={styles.number}>{amountSaid(total.amount, number)}</dd>
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
            step.amount === null ? '' : `${amountSaid(step.exact, number)} ${step.currency}`,
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

import { type FormEvent, useState } from 'react'
import { useAnswer } from '../api/useAnswer'
import { MoneyTraceDocument, type TraceInput } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { Answered } from '../shell/Answered'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { ChosenRecords } from '../work/ChosenRecords'
import { useAct } from '../work/useAct'
import styles from '../work/work.module.css'
import { withAccounts } from './accounts'
import { TraceAnswer } from './TraceAnswer'

const most = 200

/** Where money went from, or came from, in the order of time. */
export default function MoneyPage() {
  const { text } = useSpeech()
  const words = useWork().money
  useTitle(text.shell.money)
  const [from, setFrom] = useState<string[]>(() =>
    (new URLSearchParams(location.hash.replace(/^#/, '')).get('from') ?? '')
      .split(',')
      .filter((id) => id !== ''),
  )
  const [input, setInput] = useState<TraceInput | null>(null)
  const sources = useAct()
  const answer = useAnswer(MoneyTraceDocument, input && { input })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void sources.act(async () => {
      const ids = form.get('accounts') === 'on' ? await withAccounts(from) : from
      setInput(traceInput(form, ids))
    })
  }
  return (
    <div className={parts.page}>
      <h1>{text.shell.money}</h1>
      <p className={parts.lead}>{words.lead}</p>
      <form className={styles.cards} onSubmit={submit}>
        <ChosenRecords legend={words.from} hint={words.fromHint} chosen={from} onChange={setFrom} />
        <TraceFields />
        <div className={parts.row}>
          <button type="submit" className={parts.primary} disabled={sources.busy || from.length === 0}>
            {words.go}
          </button>
        </div>
      </form>
      {sources.failure && <FailureNote failure={sources.failure} />}
      {input && !sources.busy && (
        <Answered answer={answer}>
          {({ trace }) => <TraceAnswer trace={trace} back={input.back ?? false} />}
        </Answered>
      )}
    </div>
  )
}

function traceInput(form: FormData, from: readonly string[]): TraceInput {
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const days = field('gap')
  return {
    from: [...from],
    back: field('direction') === 'back',
    since: field('since') === '' ? null : `${field('since')}T00:00:00Z`,
    until: field('until') === '' ? null : `${field('until')}T23:59:59.999Z`,
    leastAmount:
      field('amount') === '' ? null : { amount: field('amount'), currency: field('currency') || 'GBP' },
    maxGapMinutes: days === '' ? null : Number(days) * 24 * 60,
    maxHops: Number(field('hops')),
    sameInstant: form.get('sameInstant') === 'on',
    first: most,
  }
}

function TraceFields() {
  const words = useWork().money
  return (
    <fieldset className={styles.section}>
      <legend>{words.which}</legend>
      <div className={parts.row}>
        <label className={styles.flag}>
          <input type="radio" name="direction" value="on" defaultChecked />
          {words.forward}
        </label>
        <label className={styles.flag}>
          <input type="radio" name="direction" value="back" />
          {words.backward}
        </label>
      </div>
      <div className={styles.grid}>
        <label className={parts.field}>
          <span>{words.since}</span>
          <input className={parts.input} type="date" name="since" />
        </label>
        <label className={parts.field}>
          <span>{words.until}</span>
          <input className={parts.input} type="date" name="until" />
        </label>
        <label className={parts.field}>
          <span>{words.amount}</span>
          <input className={parts.input} name="amount" inputMode="decimal" pattern="[0-9]+(\.[0-9]+)?" />
        </label>
        <label className={parts.field}>
          <span>{words.currency}</span>
          <input className={parts.input} name="currency" defaultValue="GBP" pattern="[A-Z]{3}" />
        </label>
        <label className={parts.field}>
          <span>{words.hops}</span>
          <input
            className={parts.input}
            type="number"
            name="hops"
            min={1}
            max={20}
            defaultValue={4}
            required
          />
        </label>
        <label className={parts.field}>
          <span>{words.gap}</span>
          <input className={parts.input} type="number" name="gap" min={1} max={3650} />
        </label>
      </div>
      <label className={styles.flag}>
        <input type="checkbox" name="accounts" defaultChecked />
        {words.accounts}
      </label>
      <label className={styles.flag}>
        <input type="checkbox" name="sameInstant" />
        {words.sameInstant}
      </label>
    </fieldset>
  )
}

import { useState } from 'react'
import { ask } from '../api/ask'
import { EntryForm } from '../entry/EntryForm'
import {
  DisposeDocument,
  KeepDocument,
  LiftHoldDocument,
  SetHoldDocument,
  SetReviewDocument,
} from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import { Panel } from '../work/Panel'
import styles from '../work/work.module.css'

const acts = ['keep', 'review', 'hold', 'lift', 'dispose'] as const
type RetentionAct = (typeof acts)[number]

interface Props {
  ids: readonly string[]
  onDone: () => void
}

/** What a supervisor decides about the chosen elements. */
export function RetentionActs({ ids, onDone }: Props) {
  const { count } = useSpeech()
  const words = useWork().retention
  const [chosen, setChosen] = useState<RetentionAct>('keep')
  const [done, setDone] = useState<string | null>(null)
  const write = async (form: FormData, idempotencyKey: string) => {
    setDone(null)
    await decide(chosen, form, { idempotencyKey, ids: [...ids] })
    setDone(words.done[chosen])
    onDone()
  }
  return (
    <Panel
      title={words.decide}
      beside={<span className={parts.hint}>{count(words.chosen, ids.length)}</span>}
    >
      {ids.length === 0 ? (
        <p className={parts.empty}>{words.chooseFirst}</p>
      ) : (
        <div className={styles.form}>
          <EntryForm key={chosen} write={write} submit={words.acts[chosen]}>
            <fieldset className={styles.section}>
              <legend>{words.decision}</legend>
              {acts.map((one) => (
                <label key={one} className={styles.flag}>
                  <input type="radio" checked={chosen === one} onChange={() => setChosen(one)} />
                  <span>
                    <strong>{words.acts[one]}</strong>{' '}
                    <span className={parts.hint}>{words.actHints[one]}</span>
                  </span>
                </label>
              ))}
              <ActFields act={chosen} />
            </fieldset>
          </EntryForm>
        </div>
      )}
      {done && (
        <p className={parts.notice} role="status">
          {done}
        </p>
      )}
    </Panel>
  )
}

function ActFields({ act }: { act: RetentionAct }) {
  const words = useWork().retention
  return (
    <>
      {(act === 'keep' || act === 'review') && (
        <label className={parts.field}>
          <span>{words.nextReview}</span>
          <input className={parts.input} type="date" name="review" required />
        </label>
      )}
      {(act === 'keep' || act === 'hold' || act === 'dispose') && (
        <label className={parts.field}>
          <span>{words.reason}</span>
          <input className={parts.input} name="reason" required autoComplete="off" />
        </label>
      )}
    </>
  )
}

async function decide(act: RetentionAct, form: FormData, about: { idempotencyKey: string; ids: string[] }) {
  const reason = String(form.get('reason') ?? '').trim()
  const review = `${form.get('review')}T12:00:00Z`
  switch (act) {
    case 'keep':
      return ask(KeepDocument, { input: { ...about, review, reason } })
    case 'review':
      return ask(SetReviewDocument, { input: { ...about, review } })
    case 'hold':
      return ask(SetHoldDocument, { input: { ...about, reason } })
    case 'lift':
      return ask(LiftHoldDocument, { input: about })
    case 'dispose':
      return ask(DisposeDocument, { input: { ...about, reason } })
  }
}

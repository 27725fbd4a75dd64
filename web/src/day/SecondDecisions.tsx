import { useState } from 'react'
import { ask } from '../api/ask'
import { useAnswer } from '../api/useAnswer'
import {
  ConfirmInvolvementDocument,
  SecondDecisionsDocument,
  type SecondDecisionsQuery,
} from '../gql/graphql'
import { EntityName } from '../kinds/Element'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { RoleTag } from '../operations/RoleTag'
import { Answered } from '../shell/Answered'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { Panel } from '../work/Panel'
import { useAct } from '../work/useAct'
import styles from '../work/work.module.css'

type Decision = SecondDecisionsQuery['secondDecisions'][number]

/** Judgements that turn a recognised victim into a suspect, which wait for a second officer. */
export function SecondDecisions({ round }: { round: number }) {
  const words = useWork().day
  const answer = useAnswer(SecondDecisionsDocument, { first: 50 + (round % 2) })
  return (
    <Panel title={words.second}>
      <Answered answer={answer}>
        {({ secondDecisions }) =>
          secondDecisions.length === 0 ? (
            <p className={parts.empty}>{words.secondNone}</p>
          ) : (
            <div className={styles.form}>
              <p className={parts.hint}>{words.secondLead}</p>
              {secondDecisions.map((decision) => (
                <DecisionForm key={decision.id} decision={decision} onDone={answer.again} />
              ))}
            </div>
          )
        }
      </Answered>
    </Panel>
  )
}

function DecisionForm({ decision, onDone }: { decision: Decision; onDone: () => void }) {
  const { instant } = useSpeech()
  const { day: words, releases } = useWork()
  const { act, busy, failure } = useAct()
  const [reason, setReason] = useState('')
  const { id, version } = decision
  const decide = async (confirm: boolean) => {
    const done = await act((idempotencyKey) =>
      ask(ConfirmInvolvementDocument, { input: { idempotencyKey, id, version, confirm, reason } }),
    )
    if (done) onDone()
  }
  return (
    <fieldset className={styles.section}>
      <legend>{fill(words.secondOf, { at: instant(decision.asked) })}</legend>
      <p>
        {decision.person ? <EntityName entity={decision.person} /> : releases.outOfSight}{' '}
        <RoleTag role={decision.role} />
      </p>
      <label className={parts.field}>
        <span>{words.reason}</span>
        <input
          className={parts.input}
          value={reason}
          autoComplete="off"
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <div className={parts.row}>
        <button type="button" className={parts.primary} disabled={busy} onClick={() => void decide(true)}>
          {words.confirm}
        </button>
        <button type="button" className={parts.button} disabled={busy} onClick={() => void decide(false)}>
          {words.reject}
        </button>
      </div>
      {failure && <FailureNote failure={failure} />}
    </fieldset>
  )
}

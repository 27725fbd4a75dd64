import { useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../api/ask'
import { addToCanvas } from '../canvas/address'
import { EntryForm } from '../entry/EntryForm'
import {
  DecideJointPlanDocument,
  type JointPlanPartsFragment,
  WithdrawJointPlanDocument,
} from '../gql/graphql'
import { EntityName } from '../kinds/Element'
import { Owner } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { maybe, supervisors } from '../shell/places'
import { Panel } from '../work/Panel'
import { useAct } from '../work/useAct'
import styles from '../work/work.module.css'

interface Props {
  plan: JointPlanPartsFragment
  onDone: () => void
}

/** One joint plan: what was proposed, what became of it, its targets in sight, and what the reader may do. */
export function JointPlanCard({ plan, onDone }: Props) {
  const words = useWork().jointPlans
  const { organisation, roles } = useMe()
  const supervises = maybe(roles, supervisors)
  const asked = plan.state === 'OPEN' && plan.partner.id === organisation.id
  return (
    <Panel
      title={fill(words.between, { asking: plan.asking.name, partner: plan.partner.name })}
      beside={<span className={parts.tag}>{words.states[plan.state]}</span>}
    >
      <Facts plan={plan} />
      {plan.state === 'AGREED' && <Targets plan={plan} />}
      {supervises && asked && <Decide plan={plan} onDone={onDone} />}
      {supervises && !asked && (plan.state === 'OPEN' || plan.state === 'AGREED') && (
        <Withdraw plan={plan} onDone={onDone} />
      )}
    </Panel>
  )
}

function Facts({ plan }: { plan: JointPlanPartsFragment }) {
  const { text, number, instant } = useSpeech()
  const { jointPlans: words, disruption } = useWork()
  const kinds = plan.targetKinds.map((kind) => text.kinds[kind]).join(', ')
  return (
    <dl className={`${parts.facts} ${parts.panelBody}`}>
      <dt>{text.operations.name}</dt>
      <dd>{plan.operation ? plan.operation.name : words.noOperation}</dd>
      <dt>{words.asking}</dt>
      <dd>
        <Owner owner={plan.asking} />, {instant(plan.asked)}
      </dd>
      <dt>{words.why}</dt>
      <dd>{plan.why}</dd>
      <dt>{disruption.objective}</dt>
      <dd>{disruption.objectives[plan.objective]}</dd>
      <dt>{words.budget}</dt>
      <dd>
        {number(plan.budget)} {kinds !== '' && `· ${kinds}`}
      </dd>
      <dt>{words.hops}</dt>
      <dd>{number(plan.hops)}</dd>
      {plan.decided && <dt>{words.decided}</dt>}
      {plan.decided && (
        <dd>
          {instant(plan.decided)} {plan.reason && `· ${plan.reason}`}
        </dd>
      )}
    </dl>
  )
}

function Targets({ plan }: { plan: JointPlanPartsFragment }) {
  const { count } = useSpeech()
  const { jointPlans: words, disruption } = useWork()
  return (
    <div className={styles.form}>
      <h3>{count(words.targets, plan.targetCount)}</h3>
      {plan.targets.length > 0 && (
        <>
          <ol className={styles.chosen}>
            {plan.targets.map((target) => (
              <li key={target.id}>
                <EntityName entity={target} />
              </li>
            ))}
          </ol>
          <div className={parts.row}>
            <Link className={parts.button} href={addToCanvas(plan.targets.map(({ id }) => id))}>
              {disruption.onCanvas}
            </Link>
          </div>
        </>
      )}
      <p className={parts.hint}>{words.onlySeen}</p>
    </div>
  )
}

function Decide({ plan, onDone }: Props) {
  const words = useWork().jointPlans
  const [agree, setAgree] = useState<boolean | null>(null)
  const { id, version } = plan
  const write = async (form: FormData, idempotencyKey: string) => {
    const reason = String(form.get('reason') ?? '').trim()
    await ask(DecideJointPlanDocument, {
      input: { idempotencyKey, id, version, agree: agree === true, reason },
    })
    onDone()
  }
  return (
    <div className={styles.form}>
      <EntryForm write={write} submit={words.decide}>
        <fieldset className={styles.section}>
          <legend>{words.decision}</legend>
          {[true, false].map((one) => (
            <label key={String(one)} className={styles.flag}>
              <input
                type="radio"
                name={`agree-${id}`}
                required
                checked={agree === one}
                onChange={() => setAgree(one)}
              />
              <span>
                <strong>{one ? words.agree : words.refuse}</strong>{' '}
                <span className={parts.hint}>{one ? words.agreeHint : words.refuseHint}</span>
              </span>
            </label>
          ))}
          <label className={parts.field}>
            <span>{words.reason}</span>
            <input className={parts.input} name="reason" autoComplete="off" />
          </label>
        </fieldset>
      </EntryForm>
    </div>
  )
}

function Withdraw({ plan, onDone }: Props) {
  const words = useWork().jointPlans
  const { act, busy, failure } = useAct()
  const { id, version } = plan
  const withdraw = async () => {
    const input = { id, version }
    if (
      await act((idempotencyKey) => ask(WithdrawJointPlanDocument, { input: { idempotencyKey, ...input } }))
    )
      onDone()
  }
  return (
    <div className={`${parts.row} ${parts.panelBody}`}>
      <button type="button" className={parts.button} disabled={busy} onClick={() => void withdraw()}>
        {words.withdraw}
      </button>
      <span className={parts.hint}>{words.withdrawHint}</span>
      {failure && <FailureNote failure={failure} />}
    </div>
  )
}

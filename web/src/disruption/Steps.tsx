import { useId, useState } from 'react'
import { useAnswer } from '../api/useAnswer'
import { type PlanPartsFragment, ScorePlanDocument } from '../gql/graphql'
import { EntityName } from '../kinds/Element'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { Panel } from '../work/Panel'
import styles from '../work/work.module.css'
import { judgedInput, type Network } from './network'

/** The pieces that are left after each number of removals, and who in them is to be brought to safety. */
export function Steps({ network, plan }: { network: Network; plan: PlanPartsFragment }) {
  const { number, count } = useSpeech()
  const words = useWork().disruption
  const targets = plan.targets.map((target) => target.entity.id)
  const [step, setStep] = useState(targets.length)
  const slider = useId()
  const whole = step === targets.length
  const answer = useAnswer(
    ScorePlanDocument,
    whole || step === 0
      ? null
      : { input: { network: judgedInput(network), targets: targets.slice(0, step) } },
  )
  return (
    <Panel title={words.pieces}>
      <div className={styles.form}>
        <label className={parts.field} htmlFor={slider}>
          <span>{count(words.afterSteps, step)}</span>
          <input
            id={slider}
            type="range"
            min={0}
            max={targets.length}
            step={1}
            value={step}
            aria-valuetext={count(words.afterSteps, step)}
            onChange={(event) => setStep(event.target.valueAsNumber)}
          />
        </label>
        {step === 0 && <p>{fill(words.wholeNetwork, { n: number(plan.curve[0] ?? plan.entities) })}</p>}
        {step > 0 && whole && <Pieces plan={plan} />}
        {step > 0 && !whole && (
          <Answered answer={answer}>{({ scorePlan }) => <Pieces plan={scorePlan} />}</Answered>
        )}
      </div>
    </Panel>
  )
}

function Pieces({ plan }: { plan: PlanPartsFragment }) {
  const { number, count } = useSpeech()
  const words = useWork().disruption
  return (
    <>
      <p role="status">{count(words.left, plan.pieceCount)}</p>
      <ol className={styles.cards}>
        {plan.pieces.map((piece) => (
          <li key={piece.members[0]?.id ?? piece.size}>
            <strong>{count(words.things, piece.size)}</strong>{' '}
            {piece.safeguardCount > 0 && (
              <span className={parts.strict}>{count(words.safeguard, piece.safeguardCount)}</span>
            )}
            <details>
              <summary>{words.members}</summary>
              <ul>
                {piece.members.map((entity) => (
                  <li key={entity.id}>
                    <EntityName entity={entity} />
                  </li>
                ))}
              </ul>
            </details>
            {piece.safeguard.length > 0 && (
              <details>
                <summary>{words.whoSafeguard}</summary>
                <ul>
                  {piece.safeguard.map((entity) => (
                    <li key={entity.id}>
                      <EntityName entity={entity} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ol>
      {plan.pieceCount > plan.pieces.length && (
        <p className={parts.hint}>{fill(words.largestPieces, { n: number(plan.pieces.length) })}</p>
      )}
    </>
  )
}

import { useEffect, useRef, useState } from 'react'
import { useAnswer } from '../api/useAnswer'
import { JointPlansDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { maybe, supervisors } from '../shell/places'
import { useTitle } from '../shell/useTitle'
import styles from '../work/work.module.css'
import { planInAddress } from './address'
import { JointPlanCard } from './JointPlanCard'
import { ProposeJointPlan } from './ProposeJointPlan'

const nothing = {}

/** The plans that the organisation made with others or is asked to make, and for supervisors the way to propose one. */
export default function JointPlansPage() {
  const { text } = useSpeech()
  const words = useWork().jointPlans
  useTitle(text.shell.jointPlans)
  const proposes = maybe(useMe().roles, supervisors)
  const [proposing, setProposing] = useState(false)
  const answer = useAnswer(JointPlansDocument, nothing)
  const asked = useRef<HTMLLIElement>(null)
  const [named] = useState(() => planInAddress(location.hash))
  const there = answer.data !== undefined
  useEffect(() => {
    if (there) asked.current?.focus()
  }, [there])
  return (
    <div className={parts.page}>
      <div className={parts.titleRow}>
        <h1>{text.shell.jointPlans}</h1>
        {proposes && !proposing && (
          <button type="button" className={parts.primary} onClick={() => setProposing(true)}>
            {words.propose}
          </button>
        )}
      </div>
      <p className={parts.lead}>{words.lead}</p>
      {!proposes && <p className={parts.hint}>{words.forSupervisors}</p>}
      {proposing && (
        <ProposeJointPlan
          onDone={() => {
            setProposing(false)
            answer.again()
          }}
          onClose={() => setProposing(false)}
        />
      )}
      <Answered answer={answer}>
        {({ jointPlans }) =>
          jointPlans.length === 0 ? (
            <p className={`${parts.panel} ${parts.empty}`}>{words.none}</p>
          ) : (
            <ul className={styles.cards}>
              {jointPlans.map((plan) => (
                <li
                  key={plan.id}
                  ref={plan.id === named ? asked : null}
                  tabIndex={plan.id === named ? -1 : undefined}
                >
                  <JointPlanCard plan={plan} onDone={answer.again} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </div>
  )
}

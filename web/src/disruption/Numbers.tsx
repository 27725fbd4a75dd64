import type { PlanNumbersFragment } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import styles from '../work/work.module.css'
import { asRead, type Network, tried } from './network'

/** What a plan does, in numbers; of its certainty only where it was tried without doubtful ties. */
export function Numbers({ plan, network }: { plan: PlanNumbersFragment; network: Network }) {
  const { number } = useSpeech()
  const words = useWork().disruption
  const shown: [string, string][] = [
    [words.targetCount, number(plan.targetCount)],
    [words.cost, number(plan.cost)],
    [
      words.objectiveChange,
      `${number(asRead(network, plan.before))} → ${number(asRead(network, plan.after))}`,
    ],
    [words.pieceCount, number(plan.pieceCount)],
    [words.reached, plan.reached === null ? words.neverReached : number(plan.reached)],
    [words.exact, plan.exact ? words.isExact : words.notExact],
  ]
  if (tried(network)) shown.push([words.rank, number(Math.round(plan.rank * 1000) / 1000)])
  return (
    <dl className={styles.numbers}>
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt className={parts.hint}>{name}</dt>
          <dd className={styles.number}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

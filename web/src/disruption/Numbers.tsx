import type { PlanNumbersFragment } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import styles from '../work/work.module.css'

/** What a plan does, in numbers; of its certainty only where it was tried without doubtful ties. */
export function Numbers({ plan, tried }: { plan: PlanNumbersFragment; tried: boolean }) {
  const { number } = useSpeech()
  const words = useWork().disruption
  const round = (n: number) => number(Math.round(n * 1000) / 1000)
  const shown: [string, string][] = [
    [words.targetCount, number(plan.targetCount)],
    [words.cost, number(plan.cost)],
    [words.objectiveChange, `${round(plan.before)} → ${round(plan.after)}`],
    [words.pieceCount, number(plan.pieceCount)],
    [words.reached, plan.reached === null ? words.neverReached : number(plan.reached)],
    [words.exact, plan.exact ? words.isExact : words.notExact],
  ]
  if (tried) shown.push([words.rank, round(plan.rank)])
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

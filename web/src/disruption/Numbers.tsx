import type { PlanNumbersFragment } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import styles from '../work/work.module.css'

/** What a plan does, in numbers. */
export function Numbers({ plan }: { plan: PlanNumbersFragment }) {
  const { number } = useSpeech()
  const words = useWork().disruption
  const round = (n: number) => number(Math.round(n * 1000) / 1000)
  const shown: [string, string][] = [
    [words.targetCount, number(plan.targetCount)],
    [words.cost, number(plan.cost)],
    [words.objectiveChange, `${round(plan.before)} → ${round(plan.after)}`],
    [words.pieceCount, number(plan.pieceCount)],
    [words.reached, plan.reached === null ? words.neverReached : number(plan.reached)],
    [words.rank, round(plan.rank)],
    [words.exact, plan.exact ? words.isExact : words.notExact],
  ]
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

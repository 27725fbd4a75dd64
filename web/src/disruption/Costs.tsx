import type { TargetCostInput } from '../gql/graphql'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import { ChosenRecords } from '../work/ChosenRecords'
import styles from '../work/work.module.css'

interface Props {
  costs: readonly TargetCostInput[]
  onChange: (costs: TargetCostInput[]) => void
}

/** What it costs to remove some targets, such as the officers it takes; every other target costs 1. */
export function Costs({ costs, onChange }: Props) {
  const words = useWork().disruption
  const costOf = (record: string) => costs.find((one) => one.record === record)?.cost ?? 2
  return (
    <ChosenRecords
      legend={words.costs}
      hint={words.costsHint}
      chosen={costs.map(({ record }) => String(record))}
      onChange={(ids) => onChange(ids.map((record) => ({ record, cost: costOf(record) })))}
      beside={(record, label) => (
        <input
          className={`${parts.input} ${styles.short}`}
          type="number"
          min={1}
          max={1_000_000}
          required
          aria-label={`${words.costOne}: ${label}`}
          value={costOf(record)}
          onChange={(event) => {
            const cost = event.target.valueAsNumber
            onChange(costs.map((one) => (one.record === record ? { record, cost } : one)))
          }}
        />
      )}
    />
  )
}

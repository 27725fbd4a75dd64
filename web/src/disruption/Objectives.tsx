import type { DisruptionObjective } from '../gql/graphql'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import styles from '../work/work.module.css'
import { leftObjectives, type Network, withShare } from './network'

interface Props {
  shares: Network['objectives']
  onChange: (shares: Network['objectives']) => void
}

/** To what end: one objective, or several with how much each counts. */
export function Objectives({ shares, onChange }: Props) {
  const words = useWork().disruption
  const left = leftObjectives(shares)
  const [next] = left
  return (
    <div className={styles.mix}>
      {shares.map((share, i) => (
        <div key={share.objective} className={styles.share}>
          <label className={parts.field}>
            <span>{i === 0 ? words.objective : words.objectiveToo}</span>
            <select
              className={parts.select}
              value={share.objective}
              onChange={(event) =>
                onChange(withShare(shares, i, { objective: event.target.value as DisruptionObjective }))
              }
            >
              {[share.objective, ...left].map((one) => (
                <option key={one} value={one}>
                  {words.objectives[one]}
                </option>
              ))}
            </select>
          </label>
          {shares.length > 1 && (
            <label className={parts.field}>
              <span>{words.weight}</span>
              <input
                className={parts.input}
                type="number"
                min={0.1}
                max={100}
                step={0.1}
                required
                value={share.weight}
                onChange={(event) => onChange(withShare(shares, i, { weight: event.target.valueAsNumber }))}
              />
            </label>
          )}
          {shares.length > 1 && (
            <button
              type="button"
              className={parts.quiet}
              aria-label={fill(words.leaveOut, { objective: words.objectives[share.objective] })}
              onClick={() => onChange(shares.filter((other) => other !== share))}
            >
              {words.leaveOutShort}
            </button>
          )}
        </div>
      ))}
      {next && (
        <button
          type="button"
          className={parts.quiet}
          onClick={() => onChange(withShare(shares, shares.length, { objective: next, weight: 1 }))}
        >
          {words.mix}
        </button>
      )}
    </div>
  )
}

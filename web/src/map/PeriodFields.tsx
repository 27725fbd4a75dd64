import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import styles from './map.module.css'
import type { Period } from './travel'

/** From when until when, in days, or in minutes where a time was drawn so fine. */
export function PeriodFields({ period, onPeriod }: { period: Period; onPeriod: (period: Period) => void }) {
  const { map: words } = useWork()
  return (
    <>
      {(['from', 'until'] as const).map((end) => (
        <label key={end} className={styles.period}>
          {words[end]}
          <input
            type={period[end].length > 10 ? 'datetime-local' : 'date'}
            className={parts.input}
            value={period[end]}
            onChange={(event) => onPeriod({ ...period, [end]: event.target.value })}
          />
        </label>
      ))}
    </>
  )
}

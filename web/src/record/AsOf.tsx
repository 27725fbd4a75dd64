import { useId } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import styles from './record.module.css'

/** The last instant of a day in the reader's time zone. */
export function endOfDay(date: string): string {
  return new Date(`${date}T23:59:59.999`).toISOString()
}

interface Props {
  /** A day, or empty for now. */
  date: string
  onChange: (date: string) => void
}

/** Chooses the day as of which the page shows what the hub knew. */
export function AsOf({ date, onChange }: Props) {
  const { text, day } = useSpeech()
  const words = text.record
  const field = useId()
  const today = new Date().toISOString().slice(0, 10)
  return (
    <div className={styles.asOf}>
      <label htmlFor={field} className={parts.fieldLabel}>
        {words.asOf}
      </label>
      <input
        id={field}
        type="date"
        className={styles.date}
        max={today}
        value={date}
        onChange={(event) => onChange(event.target.value)}
      />
      {date === '' ? (
        <span className={parts.hint}>{words.asOfHint}</span>
      ) : (
        <button type="button" className={parts.quiet} onClick={() => onChange('')}>
          {words.asOfNow}
        </button>
      )}
      {date !== '' && (
        <p className={parts.notice} role="status">
          {fill(words.asOfShown, { date: day(date) })}
        </p>
      )}
    </div>
  )
}

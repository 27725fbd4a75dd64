import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import styles from './map.module.css'
import type { Trip } from './travel'

/** How many journeys are listed; the period narrows to the rest. */
const rows = 100

interface Props {
  trips: readonly Trip[]
  chosen: ReadonlySet<string>
  selected: string | null
  onSelect: (trip: Trip) => void
}

/** The same as map and timeline in words: every journey, when, from where, to where. */
export function TripTable({ trips, chosen, selected, onSelect }: Props) {
  const { text, instant, number } = useSpeech()
  const words = useWork().map
  return (
    <>
      <table className={`${parts.table} ${styles.table}`}>
        <caption className={parts.hidden}>{words.list}</caption>
        <thead>
          <tr>
            <th scope="col">{text.fields.departs}</th>
            <th scope="col">{words.journey}</th>
            <th scope="col">{text.fields.mode}</th>
          </tr>
        </thead>
        <tbody>
          {trips.slice(0, rows).map((trip) => (
            <tr key={trip.id} data-chosen={chosen.has(trip.id) || undefined}>
              <td>{trip.departs === null ? words.noTime : instant(trip.departs)}</td>
              <td>
                <button
                  type="button"
                  className={parts.quiet}
                  aria-pressed={trip.id === selected}
                  onClick={() => onSelect(trip)}
                >
                  {trip.label}
                </button>
              </td>
              <td>{text.values[trip.mode]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {trips.length > rows && <p className={parts.hint}>{fill(words.more, { n: number(rows) })}</p>}
    </>
  )
}

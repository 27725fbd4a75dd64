import { useMemo, useState } from 'react'
import { useCanvas, useCanvasStore } from '../canvas/CanvasMemory'
import { thingOf } from '../canvas/CanvasStore'
import { useSpeech } from '../language/LanguageProvider'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import styles from './map.module.css'
import { RoutePlayer } from './RoutePlayer'
import { Timeline } from './Timeline'
import { TripTable } from './TripTable'
import { during, legsOf, type Period, routeOf, type Trip } from './travel'
import { useRoute } from './useRoute'
import { useTravel } from './useTravel'
import { WorldMap } from './WorldMap'

const always: Period = { from: '', until: '' }

/** Where and when: a map, a timeline and a list of the canvas's journeys and places. What is chosen in one is chosen in all, the canvas too. */
export default function MapTime() {
  const { text, count } = useSpeech()
  const words = text.map
  const store = useCanvasStore()
  const { folded, selected, marked } = useCanvas()
  const { travel, asking, failure } = useTravel()
  const [period, setPeriod] = useState(always)
  const shown = useMemo(() => during(travel.trips, period), [travel, period])
  const legs = useMemo(() => legsOf(shown), [shown])
  const thing = thingOf(folded, selected)
  const own = useMemo(() => routeOf(folded, thing?.id ?? null, shown), [folded, thing, shown])
  const played = own.length > 0 ? own : shown
  const route = useRoute(played)
  const moving = (route.step === null ? null : played[route.step]) ?? null
  const chosen = useMemo(
    () => new Set([...marked, ...own.map(({ id }) => id), ...(thing ? [thing.id] : [])]),
    [marked, own, thing],
  )
  const mark = (trips: readonly Trip[]) => store.set({ marked: new Set(trips.map(({ id }) => id)) })
  const none = travel.trips.length === 0 && travel.spots.length === 0
  return (
    <section className={styles.panel} aria-label={words.title}>
      <div className={styles.head}>
        <PeriodFields period={period} onPeriod={setPeriod} />
        <button
          type="button"
          className={parts.button}
          disabled={shown.length === 0}
          onClick={() => mark(shown)}
        >
          {words.markAll}
        </button>
        <RoutePlayer route={route} trips={played} of={own.length > 0 ? (thing?.label ?? null) : null} />
        <span className={parts.hint} role="status">
          {asking ? text.shell.loading : count(words.journeys, shown.length)}
          {travel.nowhere > 0 && ` · ${count(words.nowhere, travel.nowhere)}`}
        </span>
      </div>
      {failure && <FailureNote failure={failure} />}
      {none && !asking && <p className={parts.empty}>{words.none}</p>}
      <div className={styles.body}>
        <div className={styles.seen}>
          <WorldMap
            legs={legs}
            spots={travel.spots}
            chosen={chosen}
            moving={moving && { trip: moving, done: route.done }}
            onLeg={(leg) => mark(leg.trips)}
            onSpot={(spot) => store.set({ selected: spot.id })}
          />
          <Timeline trips={shown} chosen={chosen} moving={moving} onSpan={mark} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be scrolled with keys too */}
        <section className={styles.list} aria-label={words.list} tabIndex={0}>
          <TripTable
            trips={shown}
            chosen={chosen}
            selected={thing?.id ?? null}
            onSelect={(trip) => store.set({ selected: trip.id })}
          />
        </section>
      </div>
    </section>
  )
}

function PeriodFields({ period, onPeriod }: { period: Period; onPeriod: (period: Period) => void }) {
  const { text } = useSpeech()
  return (
    <>
      {(['from', 'until'] as const).map((end) => (
        <label key={end} className={styles.period}>
          {text.map[end]}
          <input
            type="date"
            className={parts.input}
            value={period[end]}
            onChange={(event) => onPeriod({ ...period, [end]: event.target.value })}
          />
        </label>
      ))}
    </>
  )
}

import { memo, useCallback, useEffect, useMemo, useState } from 'react'
import { useAnnounce } from '../canvas/Announcer'
import { useCanvasStore } from '../canvas/CanvasMemory'
import { thingOf } from '../canvas/CanvasStore'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { Choices } from './Choices'
import { DatedTable as Table } from './DatedTable'
import { type Dated, type Lane, marksOf } from './dated'
import { FlowPlayer } from './FlowPlayer'
import { LaneNotes } from './LaneNotes'
import { Lanes as DrawnLanes } from './Lanes'
import { locodePlace } from './locodes'
import styles from './map.module.css'
import { PeriodFields } from './PeriodFields'
import { RoutePlayer } from './RoutePlayer'
import { TripTable as Trips } from './TripTable'
import { during, type Leg, legsOf, periodOf, routeOf, type Spot, stretchOfPeriod, type Trip } from './travel'
import { useCanvasLater } from './useCanvasLater'
import { useFlow } from './useFlow'
import { useRoute } from './useRoute'
import { useTimeline } from './useTimeline'
import { useTravel } from './useTravel'
import { WorldMap as DrawnMap } from './WorldMap'

// What a route shows moves with every frame; these do not.
const DatedTable = memo(Table)
const Lanes = memo(DrawnLanes)
const TripTable = memo(Trips)
const WorldMap = memo(DrawnMap)
const none: readonly never[] = []

/** Up to so many things are marked by drawing a time; more are marked by the button that says so. */
const mostMarked = 500
/** A time shorter than this is chosen by minutes. */
const fine = 14 * 86_400_000

type View = 'BOTH' | 'MAP' | 'TIME'
type Plays = 'JOURNEYS' | 'PAYMENTS'

/** Where and when: a map, a timeline and a list of all on the canvas that has a place or a date. What is chosen in one is chosen in all, the canvas too. */
export default function MapTime() {
  const { text, count } = useSpeech()
  const { map: words, time } = useWork()
  const store = useCanvasStore()
  const announce = useAnnounce()
  const { folded, selected, marked, flow: followed } = useCanvasLater('folded', 'selected', 'marked', 'flow')
  const { travel, asking, failure } = useTravel()
  const line = useTimeline(travel)
  const { period, setPeriod, stretch, dated, trips, inPeriod, setZoom, laneSet, by, histogram, hold } = line
  const [view, setView] = useState<View>('BOTH')
  const [plays, setPlays] = useState<Plays>(followed ? 'PAYMENTS' : 'JOURNEYS')
  const [ties, setTies] = useState<ReadonlySet<string> | null>(null)
  const shown = useMemo(() => during(trips, period), [trips, period])
  const legs = useMemo(() => legsOf(shown), [shown])
  const thing = thingOf(folded, selected)
  const own = useMemo(() => routeOf(folded, thing?.id ?? null, shown), [folded, thing, shown])
  const played = own.length > 0 ? own : shown
  const route = useRoute(played)
  const flow = useFlow(plays === 'PAYMENTS' ? inPeriod : none, line.spots)
  const trip = (route.step === null ? null : played[route.step]) ?? null
  const chosen = useMemo(
    () => new Set([...marked, ...own.map(({ id }) => id), ...(thing ? [thing.id] : [])]),
    [marked, own, thing],
  )
  const lit = useMemo(
    () => (plays === 'PAYMENTS' && flow.lit) || (ties && new Map([...ties].map((tie) => [tie, false]))),
    [plays, flow.lit, ties],
  )
  useEffect(() => store.set({ lit }), [store, lit])
  useEffect(() => () => store.set({ lit: null, flow: null }), [store])
  const lanes = useMemo(
    () =>
      laneSet.keys
        .filter((key) => by === 'THING' || histogram?.lanes.has(key))
        .map((key) => ({
          key,
          name: by === 'KIND' ? time.lanes[key as Lane] : (folded.things.get(key)?.label ?? ''),
        })),
    [laneSet, by, histogram, time, folded],
  )
  const mark = useCallback(
    (these: readonly Dated[], most = Infinity, keepLanes = true) => {
      const marks = marksOf(these)
      setTies(marks.ties)
      const many = marks.things.size > most
      if (keepLanes && !many) hold({ marked: marks.things, selected: store.read().selected })
      if (!many) store.set({ marked: marks.things })
      announce(
        fill(many ? time.tooMany : time.markedSaid, {
          dated: count(time.dated, these.length),
          things: count(time.things, marks.things.size),
        }),
      )
    },
    [store, announce, count, time, hold],
  )
  const chooseLeg = useCallback(
    (leg: Leg) => store.set({ marked: new Set(leg.trips.map(({ id }) => id)) }),
    [store],
  )
  const chooseSpots = useCallback(
    (spots: readonly Spot[]) =>
      store.set(
        spots.length === 1
          ? { selected: spots[0]?.id ?? null }
          : { marked: new Set(spots.map(({ id }) => id)) },
      ),
    [store],
  )
  const choose = useCallback<Parameters<typeof DrawnLanes>[0]['onChoose']>(
    (drawn, lane) => {
      const next = periodOf(drawn, stretch !== null && stretch[1] - stretch[0] < fine)
      setPeriod(next)
      const [from, until] = stretchOfPeriod(next)
      mark(
        dated.filter(
          (one) => one.begin < until && one.end > from && (lane === null || laneSet.of(one).includes(lane)),
        ),
        mostMarked,
      )
    },
    [stretch, dated, setPeriod, mark, laneSet],
  )
  const markLane = useCallback<Parameters<typeof DrawnLanes>[0]['onLane']>(
    (lane) => mark(inPeriod.filter((one) => laneSet.of(one).includes(lane))),
    [inPeriod, mark, laneSet],
  )
  const select = useCallback(
    (one: Dated) => {
      const chosen = { selected: one.ends[0], marked: new Set(one.ends) }
      hold(chosen)
      store.set(chosen)
      setTies(one.tie === null ? null : new Set([one.tie]))
    },
    [store, hold],
  )
  const selectTrip = useCallback((one: Trip) => store.set({ selected: one.id }), [store])
  const chosenTime = useMemo(() => {
    if (!stretch || (period.from === '' && period.until === '')) return null
    const [from, until] = stretchOfPeriod(period)
    const chosenPart = [Math.max(from, stretch[0]), Math.min(until, stretch[1])] as const
    return chosenPart[0] === stretch[0] && chosenPart[1] === stretch[1] ? null : chosenPart
  }, [period, stretch])
  const empty = dated.length === 0 && travel.trips.length === 0 && travel.spots.length === 0
  const { progress } = route
  const moved = useMemo(() => {
    const tripLine = trip && lineOfTrip(trip)
    return tripLine && { line: tripLine, progress }
  }, [trip, progress])
  const moving = plays === 'PAYMENTS' ? flow.moving : moved
  const now = plays === 'PAYMENTS' ? (flow.now?.begin ?? null) : (trip?.at ?? null)
  return (
    <section className={styles.panel} aria-label={text.map.title}>
      <div className={styles.head}>
        <Choices
          name={time.view}
          value={view}
          all={(['BOTH', 'MAP', 'TIME'] as const).map((id) => ({ id, name: time.views[id] }))}
          onChange={setView}
        />
        {view !== 'MAP' && (
          <Choices
            name={time.lanesBy}
            value={by}
            all={(['KIND', 'THING'] as const).map((id) => ({ id, name: time.by[id] }))}
            onChange={line.setBy}
          />
        )}
        <PeriodFields
          period={period}
          onPeriod={(next) => {
            setPeriod(next)
            setTies(null)
          }}
        />
        <button
          type="button"
          className={parts.button}
          disabled={inPeriod.length === 0}
          onClick={() => mark(inPeriod, Infinity, false)}
        >
          {words.markAll}
        </button>
        <button
          type="button"
          className={parts.button}
          disabled={chosenTime === null || chosenTime[1] <= chosenTime[0]}
          onClick={() => setZoom(chosenTime)}
        >
          {time.zoom}
        </button>
        <button
          type="button"
          className={parts.button}
          disabled={line.zoom === null && period.from === '' && period.until === ''}
          onClick={() => {
            setZoom(null)
            setPeriod({ from: '', until: '' })
            setTies(null)
          }}
        >
          {time.whole}
        </button>
        <label className={parts.row}>
          <input
            type="checkbox"
            checked={line.lasting}
            onChange={(event) => line.setLasting(event.target.checked)}
          />
          {time.lasting}
        </label>
      </div>
      <div className={styles.head}>
        <Choices
          name={time.plays}
          value={plays}
          all={(['JOURNEYS', 'PAYMENTS'] as const).map((id) => ({ id, name: time.playedKinds[id] }))}
          onChange={(next) => {
            route.end()
            flow.route.end()
            setPlays(next)
          }}
        />
        {plays === 'JOURNEYS' ? (
          <RoutePlayer route={route} trips={played} of={own.length > 0 ? (thing?.label ?? null) : null} />
        ) : (
          <>
            <FlowPlayer route={flow.route} title={flow.title} amounts={flow.payments} saidOf={flow.saidOf} />
            {followed && (
              <button type="button" className={parts.quiet} onClick={() => store.set({ flow: null })}>
                {time.allPayments}
              </button>
            )}
            {flow.unplaced > 0 && <span className={parts.hint}>{count(time.unplaced, flow.unplaced)}</span>}
          </>
        )}
        <span className={parts.hint} role="status">
          {asking
            ? text.shell.loading
            : `${count(words.journeys, shown.length)} · ${count(time.dated, inPeriod.length)}`}
          {line.asking && ` · ${count(time.left, line.left)}`}
          {travel.nowhere > 0 && ` · ${count(words.nowhere, travel.nowhere)}`}
        </span>
      </div>
      {failure && <FailureNote failure={failure} />}
      {line.failure && (
        <div className={parts.row}>
          <FailureNote failure={line.failure} />
          <button type="button" className={parts.button} onClick={line.goOn}>
            {count(time.askOn, line.left)}
          </button>
        </div>
      )}
      {empty && !asking && !line.asking && <p className={parts.empty}>{time.none}</p>}
      <div className={styles.body} data-view={view}>
        {view !== 'MAP' && (
          <div className={styles.seen}>
            {stretch && histogram && (
              <Lanes
                lanes={lanes}
                histogram={histogram}
                stretch={stretch}
                chosen={chosenTime}
                counts={line.counts}
                now={now}
                onChoose={choose}
                onLane={markLane}
              />
            )}
            <LaneNotes line={line} />
          </div>
        )}
        {view !== 'TIME' && (
          <div className={styles.seen}>
            {' '}
            <WorldMap
              legs={legs}
              spots={line.spots}
              chosen={chosen}
              moving={moving}
              flows={plays === 'PAYMENTS' ? flow.flows : none}
              onLeg={chooseLeg}
              onSpots={chooseSpots}
            />
          </div>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be scrolled with keys too */}
        <section className={styles.list} aria-label={view === 'MAP' ? words.list : time.list} tabIndex={0}>
          {view === 'MAP' ? (
            <TripTable trips={shown} chosen={chosen} selected={thing?.id ?? null} onSelect={selectTrip} />
          ) : (
            <DatedTable dated={inPeriod} folded={folded} selected={thing?.id ?? null} onSelect={select} />
          )}
        </section>
      </div>
    </section>
  )
}

function lineOfTrip({ from, to }: Trip) {
  const [a, b] = [locodePlace(from), locodePlace(to)]
  return a && b ? ([a, b] as const) : null
}

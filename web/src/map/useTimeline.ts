import { useEffect, useMemo, useState } from 'react'
import { thingOf } from '../canvas/CanvasStore'
import type { Folded } from '../canvas/thing'
import { histogramOf, partsOf } from './bins'
import { type Dated, type Dates, datedBy, datedOf, type Stretch, stretchOf, within } from './dated'
import { foundOn, isFound } from './found'
import { kindLanes, type LaneBy, thingLanes } from './laneSets'
import { type Period, stretchOfPeriod, type Travel, type Trip } from './travel'
import { useCanvasLater } from './useCanvasLater'
import { useChosen } from './useChosen'
import { useDates } from './useDates'

const always: Period = { from: '', until: '' }
/** Into how many parts a time is parted at most. */
const mostParts = 160

/** What the timeline shows of the canvas, and the period that is looked at. */
export function useTimeline(travel: Travel) {
  const { folded, selected, marked, filter } = useCanvasLater('folded', 'selected', 'marked', 'filter')
  const { dates, left, asking, failure, goOn } = useDates()
  const [period, setPeriod] = useState(always)
  const [lasting, setLasting] = useState(false)
  const [zoom, setZoom] = useState<Stretch | null>(null)
  const found = useMemo(() => foundOn(folded, filter), [folded, filter])
  const { all, known } = useDated(folded, dates, travel.trips)
  const dated = useMemo(() => (found ? all.filter(({ ends }) => isFound(found, ends)) : all), [all, found])
  const trips = useMemo(() => travel.trips.filter(({ id }) => isFound(found, [id])), [travel, found])
  const spots = useMemo(() => travel.spots.filter(({ id }) => isFound(found, [id])), [travel, found])
  const whole = useMemo(() => stretchOf(all), [all])
  const time = zoom ?? whole
  const parts = useMemo(() => time && partsOf(time, mostParts), [time])
  const thing = thingOf(folded, selected)
  const [by, setBy] = useState<LaneBy>('KIND')
  const { chosen, hold } = useChosen()
  const laneSet = useMemo(
    () => (by === 'KIND' ? kindLanes : thingLanes(folded, dated, chosen, found?.things)),
    [by, folded, dated, chosen, found],
  )
  const histogram = useMemo(
    () =>
      parts &&
      histogramOf(
        dated,
        parts.stretch,
        parts.n,
        laneSet.of,
        litBy(thing ? datedBy(folded, thing.id) : null, marked),
      ),
    [dated, parts, laneSet, folded, thing, marked],
  )
  const inPeriod = useMemo(() => {
    if (period.from === '' && period.until === '') return dated
    const looked = stretchOfPeriod(period)
    const held = dated.filter((one) => within(one, looked, lasting))
    // What begins in the period comes before what only goes on in it.
    return [
      ...held.filter(({ begin }) => begin >= looked[0]),
      ...held.filter(({ begin }) => begin < looked[0]),
    ]
  }, [dated, period, lasting])
  const counts = useMemo(() => countsOf(inPeriod, laneSet.of), [inPeriod, laneSet])
  return {
    period,
    setPeriod,
    lasting,
    setLasting,
    zoom,
    setZoom,
    stretch: parts?.stretch ?? null,
    by,
    setBy: (next: LaneBy) => {
      hold(null)
      setBy(next)
    },
    laneSet,
    hold,
    histogram,
    dated,
    trips,
    spots,
    inPeriod,
    counts,
    left: known ? left : Math.max(1, left),
    asking: asking || !known,
    failure,
    goOn,
  }
}

/** What has a date; what had one before stands until all is gone through, and it is known. */
function useDated(folded: Folded, dates: Dates, trips: readonly Trip[]) {
  const [found, setFound] = useState<{ all: readonly Dated[]; of: readonly unknown[] }>({ all: [], of: [] })
  useEffect(() => {
    const cancel = new AbortController()
    const of = [folded, dates, trips]
    datedOf(folded, dates, trips, cancel.signal).then(
      (all) => setFound({ all, of }),
      () => undefined,
    )
    return () => cancel.abort()
  }, [folded, dates, trips])
  const { all, of } = found
  return { all, known: of[0] === folded && of[1] === dates && of[2] === trips }
}

/** Of what is selected on the canvas all that is dated is pointed out, else what lies between the marked. */
function litBy(
  bySelected: ((one: Dated) => boolean) | null,
  marked: ReadonlySet<string>,
): (one: Dated) => boolean {
  if (bySelected) return bySelected
  return ({ ends }) => marked.size > 0 && (ends as readonly string[]).every((end) => marked.has(end))
}

function countsOf(dated: readonly Dated[], lanesOf: (one: Dated) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of dated) for (const lane of lanesOf(one)) counts.set(lane, (counts.get(lane) ?? 0) + 1)
  return counts
}

import { geoInterpolate, geoPath } from 'd3-geo'
import { type KeyboardEvent, type ReactNode, useMemo, useState, useSyncExternalStore } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import { type Cluster, clustersOf } from './clusters'
import type { LonLat } from './locodes'
import styles from './map.module.css'
import type { Leg, Spot } from './travel'
import type { Progress } from './useRoute'
import { useScale } from './useScale'
import { height, landAndBorders, projectionFor, width } from './world'

interface Props {
  legs: readonly Leg[]
  spots: readonly Spot[]
  /** Things that are selected, marked, or tied to the selection. */
  chosen: ReadonlySet<string>
  /** From where to where a route goes now, and how much of that is done. */
  moving: { line: Leg['line']; progress: Progress } | null
  /** Ways that money has gone so far. */
  flows: readonly { key: string; line: Leg['line'] }[]
  onLeg: (leg: Leg) => void
  onSpots: (spots: readonly Spot[]) => void
}

/** A map of Natural Earth's countries, with what travelled on it. Legs and places are reached with Tab. */
export function WorldMap({ legs, spots, chosen, moving, flows, onLeg, onSpots }: Props) {
  const { count, number } = useSpeech()
  const { map: words, time } = useWork()
  const [near, setNear] = useState(1)
  const [scale, watch] = useScale()
  // Signs and names are as large on a small map as on a large one.
  const pixel = 1 / (near * scale)
  // The same points give the same map: it moves only when there is somewhere else to show.
  const key = useMemo(
    () => JSON.stringify([...legs.flatMap(({ line }) => line), ...spots.map(({ at }) => at)]),
    [legs, spots],
  )
  const projection = useMemo(() => projectionFor(JSON.parse(key) as LonLat[]), [key])
  const ground = useMemo(() => landAndBorders(projection), [projection])
  const path = useMemo(() => geoPath(projection).digits(1), [projection])
  const clusters = useMemo(
    () => clustersOf(spots, (spot) => projection([spot.at[0], spot.at[1]]), 22 * pixel),
    [spots, projection, pixel],
  )
  // What moves is drawn anew with every step; these only when they are others.
  const travelled = useMemo(() => {
    const most = Math.max(1, ...legs.map(({ trips }) => trips.length))
    return (
      <>
        {legs.map((leg) => (
          <Choice
            key={leg.key}
            label={fill(words.leg, {
              from: leg.from,
              to: leg.to,
              journeys: count(words.journeys, leg.trips.length),
            })}
            pressed={leg.trips.some(({ id }) => chosen.has(id))}
            className={styles.leg ?? ''}
            onChoose={() => onLeg(leg)}
          >
            <path className={styles.reach} d={path(lineOf(leg.line)) ?? ''} />
            <path
              className={styles.line}
              d={path(lineOf(leg.line)) ?? ''}
              style={{ strokeWidth: 1.5 + 4 * Math.sqrt(leg.trips.length / most) }}
            />
          </Choice>
        ))}
        {portsOf(legs).map(([code, at]) => (
          <Port key={code} code={code} at={projection([at[0], at[1]])} pixel={pixel} />
        ))}
      </>
    )
  }, [legs, chosen, path, projection, pixel, onLeg, words, count])
  const flown = useMemo(
    () =>
      flows.map(({ key: way, line }) => (
        <path key={way} className={styles.flow} d={path(lineOf(line)) ?? ''} />
      )),
    [flows, path],
  )
  const places = useMemo(() => {
    const nameOf = ({ spots: held }: Cluster) => {
      const names = held.slice(0, named).map(({ label }) => label)
      if (held.length === 1) return names.join()
      return fill(time.cluster, {
        places: count(time.places, held.length),
        names: `${names.join(', ')}${held.length > named ? '…' : ''}`,
      })
    }
    return clusters.map((cluster) => (
      <Choice
        key={cluster.id}
        label={nameOf(cluster)}
        pressed={cluster.spots.some(({ id }) => chosen.has(id))}
        className={styles.spot ?? ''}
        onChoose={() => onSpots(cluster.spots)}
      >
        <Places cluster={cluster} count={number(cluster.spots.length)} pixel={pixel} />
      </Choice>
    ))
  }, [clusters, chosen, pixel, onSpots, time, count, number])
  const [w, h] = [width / near, height / near]
  return (
    <div className={styles.map}>
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset can stand in a drawing */}
      <svg
        ref={watch}
        viewBox={`${(width - w) / 2} ${(height - h) / 2} ${w} ${h}`}
        role="group"
        aria-label={words.map}
        preserveAspectRatio="xMidYMid meet"
      >
        <path className={styles.land} d={ground.land} />
        <path className={styles.borders} d={ground.borders} />
        {travelled}
        {flown}
        {places}
        {moving && <Mover {...moving} projection={projection} r={8 * pixel} />}
      </svg>
      <div className={styles.zoom}>
        <button
          type="button"
          className={parts.button}
          aria-label={words.nearer}
          onClick={() => setNear(Math.min(16, near * 1.6))}
        >
          +
        </button>
        <button
          type="button"
          className={parts.button}
          aria-label={words.farther}
          onClick={() => setNear(Math.max(0.4, near / 1.6))}
        >
          −
        </button>
      </div>
      <p className={styles.source}>{words.source}</p>
    </div>
  )
}

function lineOf([from, to]: Leg['line']) {
  return { type: 'LineString' as const, coordinates: [[...from], [...to]] }
}

interface MoverProps {
  line: Leg['line']
  progress: Progress
  projection: ReturnType<typeof projectionFor>
  r: number
}

/** Where the traveller of a route is now, along the shortest way over the globe. It alone is made anew with each frame. */
function Mover({ line, progress, projection, r }: MoverProps) {
  const done = useSyncExternalStore(progress.subscribe, progress.read)
  const along = useMemo(() => geoInterpolate([...line[0]], [...line[1]]), [line])
  return <Dot at={projection(along(done))} r={r} className={styles.moving} />
}

/** How many places of those drawn as one are named. */
const named = 3

/** One place, or several as a larger disc with their number. */
function Places({ cluster, count, pixel }: { cluster: Cluster; count: string; pixel: number }) {
  const [x, y] = cluster.at
  if (cluster.spots.length === 1) return <circle cx={x} cy={y} r={6 * pixel} />
  const r = (9 + 2 * Math.log2(cluster.spots.length)) * pixel
  return (
    <>
      <circle cx={x} cy={y} r={r} />
      <text className={styles.many} x={x} y={y + 4 * pixel} style={{ fontSize: `${11 * pixel}px` }}>
        {count}
      </text>
    </>
  )
}

function portsOf(legs: readonly Leg[]): [string, LonLat][] {
  const ports = new Map<string, LonLat>()
  for (const { from, to, line } of legs) ports.set(from, line[0]).set(to, line[1])
  return [...ports]
}

function Dot({
  at,
  r,
  className,
}: {
  at: [number, number] | null
  r: number
  className?: string | undefined
}) {
  return at && <circle className={className} cx={at[0]} cy={at[1]} r={r} />
}

function Port({ code, at, pixel }: { code: string; at: [number, number] | null; pixel: number }) {
  if (!at) return null
  return (
    <g className={styles.port}>
      <Dot at={at} r={4 * pixel} />
      <text x={at[0] + 7 * pixel} y={at[1] + 4 * pixel} style={{ fontSize: `${12 * pixel}px` }}>
        {code}
      </text>
    </g>
  )
}

interface ChoiceProps {
  label: string
  pressed: boolean
  className: string
  onChoose: () => void
  children: ReactNode
}

/** Something on the map that can be chosen, with a pointer or with Enter. */
function Choice({ label, pressed, className, onChoose, children }: ChoiceProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    event.stopPropagation()
    onChoose()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: no button can stand in a drawing
    <g
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-pressed={pressed}
      className={className}
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
      <title>{label}</title>
      {children}
    </g>
  )
}

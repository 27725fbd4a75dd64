import { type GeoProjection, geoInterpolate, geoPath } from 'd3-geo'
import { type KeyboardEvent, type ReactNode, useMemo, useSyncExternalStore } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { type Cluster, clustersOf } from './clusters'
import { labelsFor } from './labels'
import type { LonLat } from './locodes'
import { MapButtons } from './MapButtons'
import styles from './map.module.css'
import type { Leg, Spot } from './travel'
import { usePan } from './usePan'
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

/** A map of Natural Earth's countries, with what travelled on it. Legs and places are reached with Tab; it is drawn along, or moved with arrow keys. */
export function WorldMap({ legs, spots, chosen, moving, flows, onLeg, onSpots }: Props) {
  const { count, number } = useSpeech()
  const { map: words, time } = useWork()
  const [{ scale, wide, high }, watch] = useScale()
  // The same points give the same map: it moves only when there is somewhere else to show.
  const key = useMemo(
    () => JSON.stringify([...legs.flatMap(({ line }) => line), ...spots.map(({ at }) => at)]),
    [legs, spots],
  )
  const { seen, set, keys, pointer } = usePan(key, scale)
  // Signs and names are as large on a small map as on a large one.
  const pixel = 1 / (seen.near * scale)
  const projection = useMemo(() => projectionFor(JSON.parse(key) as LonLat[]), [key])
  const ground = useMemo(() => landAndBorders(projection), [projection])
  const path = useMemo(() => geoPath(projection).digits(1), [projection])
  const clusters = useMemo(
    () => clustersOf(spots, (spot) => projection([spot.at[0], spot.at[1]]), 22 * pixel),
    [spots, projection, pixel],
  )
  const [x, y] = seen.at
  const ports = useMemo(() => portsOf(legs, projection), [legs, projection])
  const labels = useMemo(
    () =>
      labelsFor(
        ports,
        [
          ...clusters.map((cluster) => ({ at: cluster.at, r: radiusOf(cluster) * pixel })),
          ...ports.map(({ at }) => ({ at, r: portSize * pixel })),
        ],
        letters * pixel,
        {
          left: x - (wide / 2) * pixel,
          top: y - (high / 2) * pixel,
          right: x + (wide / 2) * pixel,
          bottom: y + (high / 2) * pixel,
        },
      ),
    [ports, clusters, pixel, x, y, wide, high],
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
        {ports.map(({ text, at }) => (
          <Dot key={text} at={at} r={portSize * pixel} className={styles.port} />
        ))}
      </>
    )
  }, [legs, ports, chosen, path, pixel, onLeg, words, count])
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
  const [w, h] = [width / seen.near, height / seen.near]
  return (
    <div className={styles.map}>
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset can stand in a drawing */}
      <svg
        ref={watch}
        viewBox={`${x - w / 2} ${y - h / 2} ${w} ${h}`}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is moved with the arrow keys
        tabIndex={0}
        aria-label={words.map}
        {...keys}
        {...pointer}
        preserveAspectRatio="xMidYMid meet"
      >
        <path className={styles.land} d={ground.land} />
        <path className={styles.borders} d={ground.borders} />
        {travelled}
        {flown}
        {places}
        {labels.map(({ text, x: left, y: foot }) => (
          <text
            key={text}
            className={styles.label}
            x={left}
            y={foot}
            style={{ fontSize: `${letters * pixel}px` }}
          >
            {text}
          </text>
        ))}
        {moving && <Mover {...moving} projection={projection} r={8 * pixel} />}
      </svg>
      <MapButtons seen={seen} onSee={set} />
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

/** How large a port's dot and its letters are, in pixels. */
const [portSize, letters] = [4, 12]

/** The half of a disc's width, in pixels: more places, a larger disc. */
function radiusOf({ spots }: Cluster): number {
  return spots.length === 1 ? 6 : 9 + 2 * Math.log2(spots.length)
}

/** One place, or several as a larger disc with their number. */
function Places({ cluster, count, pixel }: { cluster: Cluster; count: string; pixel: number }) {
  const [x, y] = cluster.at
  const r = radiusOf(cluster) * pixel
  if (cluster.spots.length === 1) return <circle cx={x} cy={y} r={r} />
  return (
    <>
      <circle cx={x} cy={y} r={r} />
      <text className={styles.many} x={x} y={y + 4 * pixel} style={{ fontSize: `${11 * pixel}px` }}>
        {count}
      </text>
    </>
  )
}

/** The ends of journeys by their codes, each once, on the map. */
function portsOf(legs: readonly Leg[], projection: GeoProjection): { text: string; at: [number, number] }[] {
  const ports = new Map<string, LonLat>()
  for (const { from, to, line } of legs) ports.set(from, line[0]).set(to, line[1])
  return [...ports].flatMap(([text, [x, y]]) => {
    const at = projection([x, y])
    return at ? [{ text, at }] : []
  })
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

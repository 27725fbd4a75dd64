import { type GeoPath, type GeoProjection, geoInterpolate } from 'd3-geo'
import { type KeyboardEvent, memo, type ReactNode, useMemo, useSyncExternalStore } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import type { Cluster } from './clusters'
import type { Label } from './labels'
import styles from './map.module.css'
import type { Leg, Spot } from './travel'
import type { Progress } from './useRoute'

// What moves is drawn anew with every step; the rest of what is on the map only when it is other.

/** How large a port's dot and its letters are, in pixels. */
export const [portSize, letters] = [4, 12]
/** How many places of those drawn as one are named. */
const named = 3

interface LegsProps {
  legs: readonly Leg[]
  chosen: ReadonlySet<string>
  path: GeoPath
  onLeg: (leg: Leg) => void
}

/** Ways that were travelled: the more journeys, the wider. */
export const Legs = memo(function Legs({ legs, chosen, path, onLeg }: LegsProps) {
  const { count } = useSpeech()
  const { map: words } = useWork()
  const most = Math.max(1, ...legs.map(({ trips }) => trips.length))
  return legs.map((leg) => (
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
  ))
})

/** Ways that money has gone. */
export const Flows = memo(function Flows({
  flows,
  path,
}: {
  flows: readonly { key: string; line: Leg['line'] }[]
  path: GeoPath
}) {
  return flows.map(({ key, line }) => <path key={key} className={styles.flow} d={path(lineOf(line)) ?? ''} />)
})

interface ClustersProps {
  clusters: readonly Cluster[]
  chosen: ReadonlySet<string>
  pixel: number
  onSpots: (spots: readonly Spot[]) => void
}

/** Places, those near each other as one. */
export const Clusters = memo(function Clusters({ clusters, chosen, pixel, onSpots }: ClustersProps) {
  const { count, number } = useSpeech()
  const { time } = useWork()
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
})

/** Names beside ports, over all discs. */
export function Labels({ labels, pixel }: { labels: readonly Label[]; pixel: number }) {
  return labels.map(({ text, x, y }) => (
    <text key={text} className={styles.label} x={x} y={y} style={{ fontSize: `${letters * pixel}px` }}>
      {text}
    </text>
  ))
}

interface MoverProps {
  line: Leg['line']
  progress: Progress
  projection: GeoProjection
  r: number
}

/** Where the traveller of a route is now, along the shortest way over the globe. It alone is made anew with each frame. */
export function Mover({ line, progress, projection, r }: MoverProps) {
  const done = useSyncExternalStore(progress.subscribe, progress.read)
  const along = useMemo(() => geoInterpolate([...line[0]], [...line[1]]), [line])
  return <Dot at={projection(along(done))} r={r} className={styles.moving} />
}

interface DotProps {
  at: [number, number] | null
  r: number
  className?: string | undefined
}

export function Dot({ at, r, className }: DotProps) {
  return at && <circle className={className} cx={at[0]} cy={at[1]} r={r} />
}

/** The half of a disc's width, in pixels: more places, a larger disc. */
export function radiusOf({ spots }: Cluster): number {
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

function lineOf([from, to]: Leg['line']) {
  return { type: 'LineString' as const, coordinates: [[...from], [...to]] }
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

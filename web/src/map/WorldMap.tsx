import { type GeoProjection, geoPath } from 'd3-geo'
import { useMemo } from 'react'
import { useWork } from '../language/work/useWork'
import { type Cluster, clustersOf } from './clusters'
import { labelsFor } from './labels'
import type { LonLat } from './locodes'
import { MapButtons } from './MapButtons'
import { Clusters, Dot, Flows, Labels, Legs, letters, Mover, portSize, radiusOf } from './MapMarks'
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
  const words = useWork().map
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
  const labels = useLabels(ports, clusters, pixel, { x, y, wide, high })
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
        <Legs legs={legs} chosen={chosen} path={path} onLeg={onLeg} />
        {ports.map(({ text, at }) => (
          <Dot key={text} at={at} r={portSize * pixel} className={styles.port} />
        ))}
        <Flows flows={flows} path={path} />
        <Clusters clusters={clusters} chosen={chosen} pixel={pixel} onSpots={onSpots} />
        <Labels labels={labels} pixel={pixel} />
        {moving && <Mover {...moving} projection={projection} r={8 * pixel} />}
      </svg>
      <MapButtons seen={seen} onSee={set} />
      <p className={styles.source}>{words.source}</p>
    </div>
  )
}

/** Names of ports where they are clear of discs, within what is seen. */
function useLabels(
  ports: ReturnType<typeof portsOf>,
  clusters: readonly Cluster[],
  pixel: number,
  { x, y, wide, high }: { x: number; y: number; wide: number; high: number },
) {
  return useMemo(() => {
    const [aside, down] = [(wide / 2) * pixel, (high / 2) * pixel]
    const discs = [
      ...clusters.map((cluster) => ({ at: cluster.at, r: radiusOf(cluster) * pixel })),
      ...ports.map(({ at }) => ({ at, r: portSize * pixel })),
    ]
    const seen = { left: x - aside, top: y - down, right: x + aside, bottom: y + down }
    return labelsFor(ports, discs, letters * pixel, seen)
  }, [ports, clusters, pixel, x, y, wide, high])
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

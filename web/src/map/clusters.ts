import type { Spot } from './travel'

/** Places that lie so near each other that they are drawn as one. */
export interface Cluster {
  /** Of the first of them. */
  id: string
  /** On the map, in its units. */
  at: readonly [number, number]
  spots: readonly Spot[]
}

/** Takes places together that lie within `reach` of the first of them, in the order of their ids. The same places always give the same. */
export function clustersOf(
  spots: readonly Spot[],
  project: (spot: Spot) => readonly [number, number] | null,
  reach: number,
): Cluster[] {
  const cells = new Map<string, (Cluster & { spots: Spot[] })[]>()
  const clusters: (Cluster & { spots: Spot[] })[] = []
  const cellOf = ([x, y]: readonly [number, number]) =>
    [Math.floor(x / reach), Math.floor(y / reach)] as const
  for (const spot of [...spots].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const at = project(spot)
    if (!at) continue
    const [column, row] = cellOf(at)
    const near = [-1, 0, 1]
      .flatMap((right) => [-1, 0, 1].map((down) => `${column + right} ${row + down}`))
      .flatMap((cell) => cells.get(cell) ?? [])
      .find((one) => Math.hypot(one.at[0] - at[0], one.at[1] - at[1]) < reach)
    if (near) {
      near.spots.push(spot)
      continue
    }
    const made = { id: spot.id, at, spots: [spot] }
    clusters.push(made)
    const cell = `${column} ${row}`
    cells.set(cell, [...(cells.get(cell) ?? []), made])
  }
  return clusters
}

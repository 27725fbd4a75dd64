import type { Point } from './place'

/** Whether a closed line runs round a point, by the number of its sides to the right (Shimrat, CACM 5(8), 1962). */
export function encloses(line: readonly Point[], point: Point): boolean {
  let inside = false
  line.forEach((a, i) => {
    const b = line[(i + 1) % line.length]
    if (!b || a.y > point.y === b.y > point.y) return
    if (point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  })
  return inside
}

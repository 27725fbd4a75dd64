type Point = readonly [number, number]

/** What a label is to keep clear of. */
export interface Disc {
  at: Point
  r: number
}

/** A word beside a point, by the left end of its foot. */
export interface Label {
  text: string
  x: number
  y: number
}

/** A part of the map, by its sides. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** How wide a capital is, and how high, in parts of the letters' size. */
const [wide, high] = [0.68, 0.75]

/** Where a word may stand, from its point: sideways by so many of its widths, down by so many of its heights; best first. */
const sides: readonly Point[] = [
  [0.5, 0],
  [-0.5, 0],
  [0, -1],
  [0, 1],
  [0.5, -1],
  [0.5, 1],
  [-0.5, -1],
  [-0.5, 1],
]

/** Places each word beside its point, within what is `seen`, clear of all discs and of the words before it; where nothing is clear, where least is covered. */
export function labelsFor(
  points: readonly { text: string; at: Point }[],
  discs: readonly Disc[],
  size: number,
  seen: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity },
): Label[] {
  const taken: Box[] = []
  return points.map(({ text, at }) => {
    let [best, least] = [boxAt(text, at, [0.5, 0], size), Infinity]
    for (const side of sides) {
      const box = boxAt(text, at, side, size)
      const cost =
        beyond(box, seen) +
        discs.reduce((sum, disc) => sum + depth(box, disc), 0) +
        taken.reduce((sum, other) => sum + overlap(box, other), 0)
      if (cost < least) [best, least] = [box, cost]
      if (cost === 0) break
    }
    taken.push(best)
    return { text, x: best.left, y: best.bottom }
  })
}

function boxAt(text: string, [x, y]: Point, [right, down]: Point, size: number): Box {
  const [width, height, gap] = [text.length * wide * size, high * size, 0.55 * size]
  const left = x - width / 2 + right * (width + 2 * gap)
  const top = y - height / 2 + down * (height / 2 + gap)
  return { left, top, right: left + width, bottom: top + height }
}

/** How far a box reaches out of another. */
function beyond(a: Box, b: Box): number {
  const out = [b.left - a.left, b.top - a.top, a.right - b.right, a.bottom - b.bottom]
  return Math.max(0, ...out)
}

/** How far a disc reaches into a box. */
function depth({ left, top, right, bottom }: Box, { at: [x, y], r }: Disc): number {
  const [near, level] = [Math.max(left, Math.min(x, right)), Math.max(top, Math.min(y, bottom))]
  return Math.max(0, r - Math.hypot(x - near, y - level))
}

/** How far a box reaches into another. */
function overlap(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const along = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return across > 0 && along > 0 ? Math.min(across, along) : 0
}

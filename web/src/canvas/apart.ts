/** What becomes of a disc that is pushed apart from others. */
export const Hold = {
  /** It is not looked at. */
  NONE: 0,
  /** Others keep away from it, and it stays. */
  STAYS: 1,
  /** It may be moved. */
  FREE: 2,
} as const

/** The turn from one direction to the next that leaves no two alike for long. */
const golden = Math.PI * (3 - Math.sqrt(5))

/**
 * Moves free discs, three floats each (x, y, radius), until none covers another
 * disc that is looked at, or for some rounds where there is no room. Nothing
 * that stays is moved, and the same discs always come to lie the same way.
 */
export function pushedApart(discs: Float32Array, holds: Uint8Array, rounds = 120): void {
  const looked = [...holds.keys()].filter((i) => holds[i] !== Hold.NONE)
  const cell = 2 * Math.max(...looked.map((i) => discs[3 * i + 2] ?? 0), 1e-9)
  for (let round = 0; round < rounds; round++) {
    const cells = new Map<string, number[]>()
    for (const i of looked) {
      const key = cellOf(discs, i, cell).join(' ')
      const held = cells.get(key)
      if (held) held.push(i)
      else cells.set(key, [i])
    }
    let moved = false
    for (const i of looked) {
      for (const j of beside(discs, i, cell, cells)) {
        if (j > i && push(discs, holds, i, j)) moved = true
      }
    }
    if (!moved) return
  }
}

function cellOf(discs: Float32Array, i: number, cell: number): [number, number] {
  return [Math.floor((discs[3 * i] ?? 0) / cell), Math.floor((discs[3 * i + 1] ?? 0) / cell)]
}

function beside(
  discs: Float32Array,
  i: number,
  cell: number,
  cells: ReadonlyMap<string, number[]>,
): number[] {
  const [column, row] = cellOf(discs, i, cell)
  const near = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => `${column + right} ${row + down}`))
  return near.flatMap((key) => cells.get(key) ?? [])
}

/** Whether two discs covered each other; then those that are free are moved. */
function push(discs: Float32Array, holds: Uint8Array, i: number, j: number): boolean {
  const free = [holds[i] === Hold.FREE, holds[j] === Hold.FREE]
  if (!free[0] && !free[1]) return false
  let right = (discs[3 * j] ?? 0) - (discs[3 * i] ?? 0)
  let down = (discs[3 * j + 1] ?? 0) - (discs[3 * i + 1] ?? 0)
  const wanted = (discs[3 * i + 2] ?? 0) + (discs[3 * j + 2] ?? 0)
  const apart = Math.hypot(right, down)
  if (apart >= wanted * 0.999) return false
  if (apart < wanted * 1e-6) {
    right = Math.cos(j * golden)
    down = Math.sin(j * golden)
  } else {
    right /= apart
    down /= apart
  }
  const share = (wanted - apart) / (free[0] && free[1] ? 2 : 1)
  const move = (at: number, by: number) => {
    discs[3 * at] = (discs[3 * at] ?? 0) + by * right
    discs[3 * at + 1] = (discs[3 * at + 1] ?? 0) + by * down
  }
  if (free[0]) move(i, -share)
  if (free[1]) move(j, share)
  return true
}

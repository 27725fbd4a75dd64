/** A place on the canvas, in the layout's own units. */
export interface Point {
  x: number
  y: number
}

/** A number in [0, 1) that is always the same for the same text (FNV-1a, 32 bits). */
export function hashed(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i)
    h = Math.imul(h, 0x01000193)
  }
  return (h >>> 0) / 4294967296
}

/** How far from each other things without ties begin. */
const spread = 10

/**
 * Where a new thing begins: beside the middle of its placed neighbours, or in a
 * disc that grows with the graph. The same thing begins at the same place on
 * every visit.
 */
export function firstPlace(id: string, neighbours: readonly Point[], size: number): Point {
  const angle = hashed(id) * 2 * Math.PI
  const away = hashed(`${id}.`)
  if (neighbours.length === 0) {
    const radius = spread * Math.sqrt(size) * Math.sqrt(away)
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
  }
  const radius = spread * (1 + away)
  const sum = { x: 0, y: 0 }
  for (const { x, y } of neighbours) {
    sum.x += x
    sum.y += y
  }
  return {
    x: sum.x / neighbours.length + radius * Math.cos(angle),
    y: sum.y / neighbours.length + radius * Math.sin(angle),
  }
}

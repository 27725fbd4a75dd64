import { type Folded, otherEnd } from '../canvas/thing'
import { communityPalette } from '../communities/match'

/** The things of the canvas without some of them. */
export interface Fallen {
  removed: ReadonlySet<string>
  /** What still hangs together, the largest piece first; within one and among equals by id. */
  pieces: readonly (readonly string[])[]
}

/** What the canvas falls into without the first `step` of these records. */
export function fallen(folded: Folded, targets: readonly string[], step: number): Fallen {
  const removed = new Set<string>()
  for (const record of targets.slice(0, step)) {
    const thing = folded.thingOf.get(record)
    if (thing !== undefined) removed.add(thing)
  }
  const seen = new Set(removed)
  const pieces: string[][] = []
  for (const id of folded.things.keys()) if (!seen.has(id)) pieces.push(pieceOf(folded, id, seen).sort())
  pieces.sort((a, b) => b.length - a.length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
  return { removed, pieces }
}

/** What hangs together with a thing over things not yet seen. */
function pieceOf(folded: Folded, from: string, seen: Set<string>): string[] {
  const piece = [from]
  seen.add(from)
  for (let at = 0; at < piece.length; at++) {
    const id = piece[at] ?? ''
    for (const tie of folded.tiesOf.get(id) ?? []) {
      const other = otherEnd(tie, id)
      if (seen.has(other)) continue
      seen.add(other)
      piece.push(other)
    }
  }
  return piece
}

/** Victims among things. */
export function victimsIn(folded: Folded, things: readonly string[]): string[] {
  return things.filter((id) => folded.things.get(id)?.role === 'VICTIM')
}

/** A colour for each thing of the largest pieces; a thing alone has none. */
export function pieceColours({ pieces }: Fallen): Map<string, string> {
  const colours = new Map<string, string>()
  pieces.slice(0, communityPalette.length).forEach((piece, i) => {
    const colour = communityPalette[i]
    if (piece.length > 1 && colour !== undefined) for (const id of piece) colours.set(id, colour)
  })
  return colours
}

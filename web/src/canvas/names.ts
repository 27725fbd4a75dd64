import type { Point } from './place'

/** A piece of the picture, in pixels. */
interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** A disc and the size of what is to be written beside it, in pixels. */
export interface Named {
  key: string
  x: number
  y: number
  /** Radius of the disc, with what is kept free round it. */
  clear: number
  width: number
  height: number
}

/**
 * Where in one picture names are written: none across another. Whoever asks first has the place, so that the same
 * order gives the same picture.
 */
export class NameRoom {
  private readonly taken = new Map<string, Box>()
  private right = Number.POSITIVE_INFINITY

  /** Forgets all names, for a picture that is drawn anew; none may go beyond the right edge where that is given. */
  clear(right = Number.POSITIVE_INFINITY): void {
    this.taken.clear()
    this.right = right
  }

  /** The upper left corner of a name that is written; null where it is not. */
  at(key: string): Point | null {
    const box = this.taken.get(key)
    return box ? { x: box.left, y: box.top } : null
  }

  /**
   * The upper left corner for a name: right of its disc, or left, below or above it, wherever no other name is; null
   * where there is no room. One that must be written (`must`) stands on the right even then.
   */
  place(named: Named, must: boolean): Point | null {
    this.taken.delete(named.key)
    const places = placesOf(named)
    const box = places.find((place) => this.free(place)) ?? (must ? places[0] : undefined)
    if (!box) return null
    this.taken.set(named.key, box)
    return { x: box.left, y: box.top }
  }

  private free(box: Box): boolean {
    if (box.right > this.right) return false
    for (const other of this.taken.values()) if (meet(box, other)) return false
    return true
  }
}

function placesOf({ x, y, clear, width, height }: Named): Box[] {
  const at = (left: number, top: number) => ({ left, top, right: left + width, bottom: top + height })
  return [
    at(x + clear, y - height / 2),
    at(x - clear - width, y - height / 2),
    at(x - width / 2, y + clear),
    at(x - width / 2, y - clear - height),
  ]
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

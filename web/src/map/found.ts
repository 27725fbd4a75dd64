import { type Filter, matcher } from '../canvas/CanvasStore'
import { type Folded, otherEnd } from '../canvas/thing'

/** What the canvas's filter leaves of the things and of what stands beside them; null where nothing is looked for. */
export interface Found {
  things: ReadonlySet<string>
  /** Those, and what they are tied to: a journey is shown with whom is looked for. */
  beside: ReadonlySet<string>
}

/** What is looked for on the canvas. */
export function foundOn(folded: Folded, filter: Filter): Found | null {
  if (filter.words.trim() === '' && filter.kind === null) return null
  const things = new Set<string>()
  const matches = matcher(filter)
  for (const thing of folded.things.values()) if (matches(thing)) things.add(thing.id)
  const beside = new Set(things)
  for (const id of things) for (const tie of folded.tiesOf.get(id) ?? []) beside.add(otherEnd(tie, id))
  return { things, beside }
}

/** Whether dated things are among what is looked for: a link by one of its ends. */
export function isFound(found: Found | null, ends: readonly string[]): boolean {
  if (!found) return true
  return ends.length > 1
    ? ends.some((end) => found.things.has(end))
    : ends.some((end) => found.beside.has(end))
}

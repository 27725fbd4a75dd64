import { type Folded, otherEnd } from '../canvas/thing'
import { type Dated, type Lane, lanes } from './dated'

/** What the lanes of the timeline stand for: kinds of what is dated, or whom and what it is about. */
export type LaneBy = 'KIND' | 'THING'

/** Which lanes there are, and in which of them something dated is. */
export interface LaneSet {
  /** The lanes in the order in which they are shown: kinds, or the ids of things. */
  keys: readonly string[]
  of: (one: Dated) => readonly string[]
  /** How many things would have a lane, and have none because there are too many. */
  left: number
  /** Whether the things are those marked and selected. */
  chosen: boolean
}

const alone = Object.fromEntries(lanes.map((lane) => [lane, [lane]])) as unknown as Record<Lane, [Lane]>

/** A lane for each kind. */
export const kindLanes: LaneSet = { keys: lanes, of: ({ lane }) => alone[lane], left: 0, chosen: false }

/** How many lanes things have at most: of those chosen, and of those with most dates. */
const most = { chosen: 100, other: 20 }

/**
 * A lane for each of the chosen things, or where none is chosen for those with most dates (`among` these alone, where
 * that is given), the most first. A link is in the lanes of both its ends; a journey or an event in those of whom it is tied to, too.
 */
export function thingLanes(
  folded: Folded,
  dated: readonly Dated[],
  chosen: ReadonlySet<string>,
  among: ReadonlySet<string> | null = null,
): LaneSet {
  const looked = [...chosen].filter((id) => folded.things.has(id))
  const counts = new Map(looked.map((id) => [id, 0]))
  const counted = (id: string) => (looked.length > 0 ? counts.has(id) : among?.has(id) !== false)
  for (const one of dated)
    for (const id of concerned(folded, one)) if (counted(id)) counts.set(id, (counts.get(id) ?? 0) + 1)
  const label = (id: string) => folded.things.get(id)?.label ?? ''
  const all = [...counts]
    .sort(([a, n], [b, m]) => m - n || label(a).localeCompare(label(b)) || (a < b ? -1 : 1))
    .map(([id]) => id)
  const keys = all.slice(0, looked.length > 0 ? most.chosen : most.other)
  const held = new Set(keys)
  return {
    keys,
    of: (one) => concerned(folded, one).filter((id) => held.has(id)),
    left: all.length - keys.length,
    chosen: looked.length > 0,
  }
}

/** The things that something dated is about, each once. */
function concerned({ tiesOf }: Folded, { lane, ends }: Dated): readonly string[] {
  const [first, second] = ends
  if (lane !== 'JOURNEY' && lane !== 'EVENT')
    return second === undefined || second === first ? [first] : [first, second]
  return [first, ...new Set((tiesOf.get(first) ?? []).map((tie) => otherEnd(tie, first)))]
}

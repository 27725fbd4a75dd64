import type { Joined, Path } from '../canvas/CanvasStore'
import type { Marks } from '../canvas/emphasis'
import { type Folded, tieId } from '../canvas/thing'
import type { GradingPartsFragment } from '../gql/graphql'

interface Entity {
  id: string
  records: readonly { id: string }[]
}

/** Whether a link is the one, or one of those, that an answer is weakest at: an ungraded one where there is any. */
export function isWeakest(
  grading: GradingPartsFragment | null,
  weakest: GradingPartsFragment | null,
): boolean {
  if (!grading || !weakest) return grading === weakest
  return grading.scheme === weakest.scheme && grading.value === weakest.value
}

/** The nodes and edges of the canvas that show a path. */
export function pathMarks(path: Path, folded: Folded): Marks {
  const things = path.entities.map((entity) => thingOn(entity, folded))
  const ties = path.steps.map((step, i) => ({
    from: things[i] ?? null,
    to: things[i + 1] ?? null,
    weak: isWeakest(step.link.grading, path.weakest),
  }))
  return marksOf(things, ties)
}

/** Those that show what joins several things. */
export function joinedMarks(joined: Joined, folded: Folded): Marks {
  const thingOf = new Map(joined.entities.map((entity) => [entity.id, thingOn(entity, folded)]))
  const ties = joined.links.map(({ fromId, toId, link }) => ({
    from: thingOf.get(fromId) ?? null,
    to: thingOf.get(toId) ?? null,
    weak: isWeakest(link.grading, joined.weakest),
  }))
  return marksOf([...thingOf.values()], ties)
}

function thingOn({ records }: Entity, { thingOf }: Folded): string | null {
  return records.map(({ id }) => thingOf.get(id)).find((thing) => thing !== undefined) ?? null
}

interface Marked {
  from: string | null
  to: string | null
  weak: boolean
}

function marksOf(things: readonly (string | null)[], ties: readonly Marked[]): Marks {
  const edges = new Set<string>()
  const weakest = new Set<string>()
  for (const { from, to, weak } of ties) {
    if (!from || !to) continue
    const id = tieId(from, to)
    edges.add(id)
    if (weak) weakest.add(id)
  }
  return { nodes: new Set(things.filter((thing) => thing !== null)), edges, weakest }
}

import type { Folded } from '../canvas/fold'
import type { LinkKind, PathOptions, Scheme } from '../gql/graphql'

/** What a path may use, as it is chosen. */
export interface PathChoice {
  kinds: readonly LinkKind[]
  directed: boolean
  /** Not through the things marked on the canvas. */
  avoidMarked: boolean
  /** A day on which everything on the way was so; empty is any time. */
  day: string
  scheme: Scheme
  /** The weakest grading allowed; empty is any. */
  least: string
}

export const anyPath: PathChoice = {
  kinds: [],
  directed: false,
  avoidMarked: false,
  day: '',
  scheme: 'UK_3X5X2',
  least: '',
}

/** The choice as the API takes it. The ends are never avoided, though they be marked. */
export function pathOptions(
  choice: PathChoice,
  folded: Folded,
  marked: ReadonlySet<string>,
  ends: readonly string[],
): Partial<PathOptions> {
  const spared = new Set(ends.map((id) => folded.thingOf.get(id)))
  const avoided = [...marked]
    .filter((id) => !spared.has(id))
    .flatMap((id) => folded.things.get(id)?.records ?? [])
  const least = choice.least.trim()
  return {
    directed: choice.directed,
    linkKinds: choice.kinds.length > 0 ? [...choice.kinds] : null,
    avoid: choice.avoidMarked && avoided.length > 0 ? avoided : null,
    at: choice.day === '' ? null : `${choice.day}T12:00:00Z`,
    leastGrading: least === '' ? null : { scheme: choice.scheme, value: least },
  }
}

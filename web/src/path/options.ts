import type { Folded } from '../canvas/thing'
import type { ConnectInput, LinkKind, PathMode, PathsInput, RecordKind, Scheme } from '../gql/graphql'

/** Which paths are looked for: one of the fewest links, the best few, or the one of the best graded links. */
export type Wanted = Extract<PathMode, 'FEWEST_HOPS' | 'K_SHORTEST' | 'STRONGEST'>

/** What is done with the things marked on the canvas. */
export type MarkedRule = 'ANY' | 'AVOID' | 'THROUGH'

/** Through things of which kinds a path may lead. */
export type KindRule = 'ANY' | 'ONLY' | 'NOT'

/** What a path may use, as it is chosen. */
export interface PathChoice {
  wanted: Wanted
  marked: MarkedRule
  kindRule: KindRule
  through: readonly RecordKind[]
  /** Only links of these kinds; none is any. */
  kinds: readonly LinkKind[]
  directed: boolean
  /** A day on which everything on the way was so; empty is any time. */
  day: string
  scheme: Scheme
  /** The weakest grading allowed; empty is any. */
  least: string
}

export const anyPath: PathChoice = {
  wanted: 'FEWEST_HOPS',
  marked: 'ANY',
  kindRule: 'ANY',
  through: [],
  kinds: [],
  directed: false,
  day: '',
  scheme: 'UK_3X5X2',
  least: '',
}

/** How many paths are asked for where several are. */
export const alternatives = 5

/** The most things that the hub leads one path through. */
export const mostThrough = 12

/** Whether the best few can be asked for, which the hub does not lead through named things. */
export function throughMarked({ wanted, marked }: Pick<PathChoice, 'wanted' | 'marked'>): boolean {
  return marked === 'THROUGH' && wanted !== 'K_SHORTEST'
}

/** The choice as the API takes it. The ends are never avoided or led through, though they be marked. */
export function pathsInput(
  choice: PathChoice,
  folded: Folded,
  marked: ReadonlySet<string>,
  [from, to]: readonly [string, string],
): PathsInput {
  const spared = new Set([from, to].map((id) => folded.thingOf.get(id)))
  const others = [...marked].filter((id) => !spared.has(id))
  const things = others.map((id) => folded.things.get(id)).filter((thing) => thing !== undefined)
  const through = throughMarked(choice) && things.length > 0
  return {
    mode: choice.wanted,
    from: [from],
    to: [to],
    through: through ? things.map((thing) => thing.id) : null,
    anyOrder: through,
    first: alternatives,
    within: {
      ...limits(choice),
      directed: choice.directed,
      avoid: choice.marked === 'AVOID' && things.length > 0 ? things.flatMap((thing) => thing.records) : null,
    },
  }
}

/** What joins things, within what was chosen for paths; a direction makes no sense there. */
export function connectInput(choice: PathChoice, records: readonly string[]): ConnectInput {
  return {
    records: [...records],
    measure: choice.wanted === 'STRONGEST' ? 'STRENGTH' : 'HOPS',
    within: limits(choice),
  }
}

function limits({ kindRule, through, kinds, day, scheme, least }: PathChoice) {
  const ofKinds = (rule: KindRule) => (kindRule === rule && through.length > 0 ? [...through] : null)
  const value = least.trim()
  return {
    linkKinds: kinds.length > 0 ? [...kinds] : null,
    onlyThroughKinds: ofKinds('ONLY'),
    avoidKinds: ofKinds('NOT'),
    at: day === '' ? null : `${day}T12:00:00Z`,
    leastGrading: value === '' ? null : { scheme, value },
  }
}

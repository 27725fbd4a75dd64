import type { Classification, Compartment, Handling } from '../gql/graphql'

/** The strictest of what elements are marked with: every compartment and code of any of them. */
export interface Marks {
  classification: Classification
  compartments: ReadonlySet<Compartment>
  handling: ReadonlySet<Handling>
}

/** What a page is marked with before anything on it has said how it is marked: never less than the hub's default. */
export const unmarked: Marks = {
  classification: 'OFFICIAL_SENSITIVE',
  compartments: new Set(),
  handling: new Set(),
}

/** What an answer is marked with as a whole; null where nothing in it has a marking or a label. */
export function marksOf(answer: unknown): Marks | null {
  const compartments = new Set<Compartment>()
  const handling = new Set<Handling>()
  let found = false
  let sensitive = false
  const look = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return
    if (Array.isArray(value)) {
      value.forEach(look)
      return
    }
    const thing = value as Record<string, unknown>
    if (typeof thing.classification === 'string') {
      found = true
      sensitive ||= thing.classification !== 'OFFICIAL'
      for (const code of list<Compartment>(thing.compartments)) compartments.add(code)
      for (const code of list<Handling>(thing.handling)) handling.add(code)
    } else if (typeof thing.label === 'string' && !('marking' in thing)) {
      // A label whose marking was not asked for counts as the default.
      found = true
      sensitive = true
    }
    Object.values(thing).forEach(look)
  }
  look(answer)
  if (!found) return null
  return { classification: sensitive ? 'OFFICIAL_SENSITIVE' : 'OFFICIAL', compartments, handling }
}

function list<Code>(value: unknown): Code[] {
  return Array.isArray(value) ? (value as Code[]) : []
}

/** Both together: the stricter classification, the codes of either. */
export function together(a: Marks | null, b: Marks | null): Marks | null {
  if (!a || !b) return a ?? b
  return {
    classification:
      a.classification === 'OFFICIAL' && b.classification === 'OFFICIAL' ? 'OFFICIAL' : 'OFFICIAL_SENSITIVE',
    compartments: new Set([...a.compartments, ...b.compartments]),
    handling: new Set([...a.handling, ...b.handling]),
  }
}

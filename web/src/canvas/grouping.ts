import type { ViewGrouping } from '../gql/graphql'
import type { DetailField } from '../language/codes'

/** By what things are taken together into one. ATTRIBUTE is what their records say; LEAVES are things that hang on one hub alone. */
export type GroupBy = ViewGrouping | 'ATTRIBUTE' | 'LEAVES'

/** How things are taken together, and which groups are open all the same. */
export interface Grouping {
  by: Exclude<GroupBy, 'LEAVES'> | null
  /** Whether hubs show a count in place of everything that hangs on them alone. */
  leaves: boolean
  /** Keys of groups that are shown thing by thing. */
  opened: ReadonlySet<string>
  /** For COMMUNITY: the place of its community in the answer, by record. */
  communityOf: ReadonlyMap<string, number>
  /** For ATTRIBUTE: in which field records say the same; null until it is chosen. */
  attribute: DetailField | null
  /** For ATTRIBUTE: what is said, in the reader's words, by record. */
  saidOf: ReadonlyMap<string, string>
}

export const noGrouping: Grouping = {
  by: null,
  leaves: true,
  opened: new Set(),
  communityOf: new Map(),
  attribute: null,
  saidOf: new Map(),
}

/** Whether the key of a group, or of a place, holds words of a record; such a key is not kept. */
export function saysWords(key: string): boolean {
  return key.startsWith('ATTRIBUTE:')
}

/** By what a view that is kept takes things together, where that is no attribute. */
export function keptGrouping(by: Grouping['by']): ViewGrouping | null {
  return by === 'ATTRIBUTE' ? null : by
}

/** What a group is called, in the reader's language. */
export type GroupNaming = (by: GroupBy, value: string, things: number) => string

/** At least so many things of one kind on one hub alone become a count. */
export const hubLeaves = 30

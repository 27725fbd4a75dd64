import type { Role } from '../gql/graphql'

interface Place {
  path: string
  name: 'operations' | 'search' | 'canvas' | 'newRecord' | 'audit'
  /** Who may use it; null is everyone. A place nobody may use is not shown. */
  forRoles: readonly Role[] | null
}

/** Who may contribute records and links. */
export const writers: readonly Role[] = ['INVESTIGATOR', 'ANALYST', 'SUPERVISOR']

/** Who may ask the log. */
export const auditors: readonly Role[] = ['AUDITOR', 'SUPERVISOR']

/** The navigation, in order. Work pages first, then questions to the graph, then administration. */
export const places: readonly Place[] = [
  { path: '/operations', name: 'operations', forRoles: null },
  { path: '/search', name: 'search', forRoles: null },
  { path: '/canvas', name: 'canvas', forRoles: null },
  { path: '/enter', name: 'newRecord', forRoles: writers },
  { path: '/audit', name: 'audit', forRoles: auditors },
]

import type { Role } from '../gql/graphql'

interface Place {
  path: string
  name: 'operations' | 'search' | 'canvas'
  /** Who may use it; null is everyone. A place nobody may use is not shown. */
  forRoles: readonly Role[] | null
}

/** The navigation, in order. Work pages first, then questions to the graph, then administration. */
export const places: readonly Place[] = [
  { path: '/operations', name: 'operations', forRoles: null },
  { path: '/search', name: 'search', forRoles: null },
  { path: '/canvas', name: 'canvas', forRoles: null },
]

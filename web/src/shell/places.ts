import type { Role } from '../gql/graphql'

/** What a place in the navigation is called: a text of the shell. */
export type PlaceName =
  | 'day'
  | 'operations'
  | 'search'
  | 'canvas'
  | 'disruption'
  | 'money'
  | 'connect'
  | 'keyPlayers'
  | 'change'
  | 'newRecord'
  | 'newRole'
  | 'importing'
  | 'sharing'
  | 'viewAs'
  | 'askPartners'
  | 'releases'
  | 'jointPlans'
  | 'teams'
  | 'retention'
  | 'audit'
  | 'issuers'
  | 'sessions'

/** A place somebody may go to. */
export interface Place {
  path: string
  name: PlaceName
  /** Who may use it; null is everyone. A place nobody may use is not shown. */
  forRoles: readonly Role[] | null
}

/** Places that belong together. What has no name stands open in the navigation, what is of one's account behind one's own name, the rest behind its name. */
export interface PlaceGroup {
  name: 'questions' | 'contribute' | 'exchange' | 'administration' | 'account' | null
  places: readonly Place[]
}

/** Who may contribute records and links, and who reads case data. */
export const writers: readonly Role[] = ['INVESTIGATOR', 'ANALYST', 'SUPERVISOR']

/** Who may ask the log. */
export const auditors: readonly Role[] = ['AUDITOR', 'SUPERVISOR']

/** Who manages teams without seeing their data. */
export const teamAdministrators: readonly Role[] = ['TEAM_ADMINISTRATOR']

/** Who decides on releases, retention and what second officers decide. */
export const supervisors: readonly Role[] = ['SUPERVISOR']

/** Whom notices, releases and sharing concern. */
export const readers = writers

/**
 * The navigation, in order: the daily work open, then questions to the graph,
 * what is put in, what goes to others, and what keeps the hub in order. Reports,
 * referrals and tasks will stand with the daily work, screening with the questions.
 */
export const groups: readonly PlaceGroup[] = [
  {
    name: null,
    places: [
      { path: '/day', name: 'day', forRoles: [...readers, 'TEAM_ADMINISTRATOR'] },
      { path: '/operations', name: 'operations', forRoles: null },
      { path: '/search', name: 'search', forRoles: readers },
      { path: '/canvas', name: 'canvas', forRoles: readers },
    ],
  },
  {
    name: 'questions',
    places: [
      { path: '/disruption', name: 'disruption', forRoles: readers },
      { path: '/money', name: 'money', forRoles: readers },
      { path: '/connect', name: 'connect', forRoles: readers },
      { path: '/key-players', name: 'keyPlayers', forRoles: readers },
      { path: '/change', name: 'change', forRoles: readers },
    ],
  },
  {
    name: 'contribute',
    places: [
      { path: '/enter', name: 'newRecord', forRoles: writers },
      { path: '/enter/role', name: 'newRole', forRoles: writers },
      { path: '/import', name: 'importing', forRoles: writers },
    ],
  },
  {
    name: 'exchange',
    places: [
      { path: '/sharing', name: 'sharing', forRoles: writers },
      { path: '/view-as', name: 'viewAs', forRoles: readers },
      { path: '/ask-partners', name: 'askPartners', forRoles: readers },
      { path: '/releases', name: 'releases', forRoles: readers },
      { path: '/joint-plans', name: 'jointPlans', forRoles: readers },
    ],
  },
  {
    name: 'administration',
    places: [
      { path: '/teams', name: 'teams', forRoles: [...teamAdministrators, ...supervisors] },
      { path: '/retention', name: 'retention', forRoles: supervisors },
      { path: '/audit', name: 'audit', forRoles: auditors },
      { path: '/issuers', name: 'issuers', forRoles: ['SYSTEM_ADMINISTRATOR'] },
    ],
  },
  { name: 'account', places: [{ path: '/sessions', name: 'sessions', forRoles: null }] },
]

/** Whether an officer with these roles may use what is for some. */
export function maybe(roles: readonly Role[], forRoles: readonly Role[] | null): boolean {
  return forRoles === null || forRoles.some((role) => roles.includes(role))
}

/** The navigation of an officer: what they may use, without groups that are left empty. */
export function groupsFor(roles: readonly Role[]): PlaceGroup[] {
  return groups
    .map((group) => ({ ...group, places: group.places.filter(({ forRoles }) => maybe(roles, forRoles)) }))
    .filter((group) => group.places.length > 0)
}

/** The place an address belongs to: the longest path that begins it. */
export function placeOf(location: string): Place | undefined {
  return groups
    .flatMap(({ places }) => places)
    .filter(({ path }) => location === path || location.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]
}

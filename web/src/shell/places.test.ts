import { expect, test } from 'vitest'
import type { Role } from '../gql/graphql'
import { groupsFor, placeOf } from './places'

const paths = (roles: Role[]) => groupsFor(roles).flatMap(({ places }) => places.map(({ path }) => path))

test('a team administrator finds teams and no question to the graph', () => {
  expect(paths(['TEAM_ADMINISTRATOR'])).toEqual(['/day', '/operations', '/teams', '/sessions'])
})

test('an analyst finds the questions, and neither retention nor the log', () => {
  const found = paths(['ANALYST'])
  expect(found).toContain('/disruption')
  expect(found).not.toContain('/retention')
  expect(found).not.toContain('/audit')
})

test('nobody without a role that reads finds search or canvas', () => {
  const blind: Role[] = ['TEAM_ADMINISTRATOR', 'SYSTEM_ADMINISTRATOR', 'AUDITOR', 'FIRST_RESPONDER']
  expect(paths(blind)).not.toContain('/search')
  expect(paths(blind)).not.toContain('/canvas')
  expect(paths(['INVESTIGATOR'])).toEqual(expect.arrayContaining(['/search', '/canvas']))
})

test('a system administrator finds issuers; sessions are for everybody', () => {
  expect(paths(['SYSTEM_ADMINISTRATOR'])).toEqual(['/operations', '/issuers', '/sessions'])
  expect(paths(['ANALYST'])).not.toContain('/issuers')
  expect(paths(['FIRST_RESPONDER'])).toContain('/sessions')
})

test('a group without a place for the officer is not there', () => {
  expect(groupsFor(['AUDITOR']).map(({ name }) => name)).toEqual([null, 'administration', 'account'])
})

test('an address belongs to the longest path that begins it', () => {
  expect(placeOf('/enter/role')?.name).toBe('newRole')
  expect(placeOf('/enter/link')?.name).toBe('newRecord')
  expect(placeOf('/operations/x')?.name).toBe('operations')
  expect(placeOf('/dayless')).toBeUndefined()
})

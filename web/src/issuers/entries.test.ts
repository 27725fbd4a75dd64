import { expect, test } from 'vitest'
import type { IssuerPartsFragment } from '../gql/graphql'
import { firstEntry } from './entries'

const issuer: IssuerPartsFragment = {
  name: 'uk',
  displayName: 'Invented: Police',
  country: 'GB',
  url: 'https://id.example',
  state: 'ACTIVE',
  contacts: ['federation desk'],
  homeDomains: ['police.example'],
  organisationIds: ['g1'],
  fromFile: true,
  entry: null,
  draft: null,
  proposedBy: null,
  changedBy: null,
  version: 0,
}

test('writing begins with the draft, else with what is in force', () => {
  expect(firstEntry({ ...issuer, entry: 'in force', draft: 'draft' })).toBe('draft')
  expect(firstEntry({ ...issuer, entry: 'in force' })).toBe('in force')
})

test('a new entry names all that must be written', () => {
  expect(firstEntry(null)).toContain('CLAIM-VALUE: ORGANISATION-ID')
})

import type { IssuerPartsFragment } from '../gql/graphql'

/** What an administrator begins to write from: the draft, what is in force, or all that an entry must have. */
export function firstEntry(issuer: IssuerPartsFragment | null): string {
  return issuer?.draft ?? issuer?.entry ?? skeleton
}

const skeleton = [
  'issuers:',
  '  - name: ',
  '    display_name: ""',
  '    country: ',
  '    url: https://',
  '    client_id: entente',
  '    audience: ',
  '    organisation_claim: org',
  '    organisations:',
  '      CLAIM-VALUE: ORGANISATION-ID',
  '    roles_claim: roles',
  '    roles:',
  '      CLAIM-VALUE: INVESTIGATOR',
  '    home_domains: []',
  '    contacts: []',
  '',
].join('\n')

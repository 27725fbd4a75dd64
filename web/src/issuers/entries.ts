import type { IssuerPartsFragment } from '../gql/graphql'

/**
 * What an administrator begins to write from: the draft, what is in force, or,
 * where the configuration file has it, what the hub says of it. The last holds no
 * claims and no client: those are to be written.
 */
export function firstEntry(issuer: IssuerPartsFragment | null): string {
  return issuer?.draft ?? issuer?.entry ?? skeleton(issuer)
}

function skeleton(issuer: IssuerPartsFragment | null): string {
  const organisations = (issuer?.organisationIds ?? []).map((id) => `      CLAIM-VALUE: ${id}`)
  return [
    'issuers:',
    `  - name: ${issuer?.name ?? ''}`,
    `    display_name: ${quoted(issuer?.displayName ?? '')}`,
    `    country: ${issuer?.country ?? ''}`,
    `    url: ${issuer?.url ?? 'https://'}`,
    '    client_id: entente',
    '    audience: ',
    '    organisation_claim: org',
    '    organisations:',
    ...(organisations.length > 0 ? organisations : ['      CLAIM-VALUE: ORGANISATION-ID']),
    '    roles_claim: roles',
    '    roles:',
    '      CLAIM-VALUE: INVESTIGATOR',
    `    home_domains: [${(issuer?.homeDomains ?? []).join(', ')}]`,
    `    contacts: [${(issuer?.contacts ?? []).map(quoted).join(', ')}]`,
    '',
  ].join('\n')
}

/** Text as YAML takes it whatever it holds: JSON's strings are YAML's. */
function quoted(text: string): string {
  return JSON.stringify(text)
}

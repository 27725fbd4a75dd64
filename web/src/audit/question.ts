/** A question to the log: who touched an element, or what an officer did, between two days. */
export interface AuditQuestion {
  about: 'element' | 'officer'
  id: string
  from: string
  until: string
}

/** The question that an address of the page holds; null where it names nothing. */
export function questionOf(parameters: URLSearchParams): AuditQuestion | null {
  const about = parameters.get('officer') ? 'officer' : 'element'
  const id = parameters.get(about)?.trim() ?? ''
  if (id === '') return null
  return { about, id, from: parameters.get('from') ?? '', until: parameters.get('until') ?? '' }
}

/** What the address holds of a question; days that were left out are not in it. */
export function parametersOf({ about, id, from, until }: AuditQuestion): Record<string, string> {
  return { [about]: id, ...(from === '' ? {} : { from }), ...(until === '' ? {} : { until }) }
}

/** The address of a question about all time. */
export function auditAddress(about: AuditQuestion['about'], id: string): string {
  return `/audit?${new URLSearchParams({ [about]: id })}`
}

/** Somebody whose doings may be asked for. */
export interface KnownOfficer {
  id: string
  name: string
}

interface Membership {
  officerId: string
  name: string
  organisation: { id: string }
}

/**
 * The officers of an organisation that are known by name from the teams in
 * sight, and the caller, each once and by name. The log answers for no other
 * organisation's officers.
 */
export function officersOf(
  me: KnownOfficer,
  organisation: string,
  operations: readonly { members: readonly Membership[] }[],
): KnownOfficer[] {
  const all = new Map([[me.id, me.name]])
  for (const member of operations.flatMap(({ members }) => members))
    if (member.organisation.id === organisation) all.set(member.officerId, member.name)
  return [...all].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name))
}

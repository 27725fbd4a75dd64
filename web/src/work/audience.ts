import type { AudienceInput, Scope } from '../gql/graphql'

/** Reads the audience out of a form; null where none is chosen. */
export function audienceOf(form: FormData, prefix = ''): AudienceInput | null {
  const scope = form.get(`${prefix}scope`)
  if (typeof scope !== 'string' || scope === '') return null
  const chosen = (wanted: Scope, name: string) =>
    scope === wanted ? form.getAll(`${prefix}${name}`).map(String) : null
  return {
    scope: scope as Scope,
    officers: null,
    organisations: chosen('ORGANISATIONS', 'organisations'),
    operations: chosen('JOINT_TEAMS', 'operations'),
  }
}

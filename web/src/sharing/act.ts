import type { Handling, Scope, ShareAct, SharePreviewInput } from '../gql/graphql'

/** Reads what a form of sharing asks for. Conditions are given only where they are to be replaced. */
export function shareInput(form: FormData, ids: readonly string[]): SharePreviewInput {
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const act = field('act') as ShareAct
  const scope = field('scope') as Scope
  const replaced = form.get('replace') === 'on'
  const instant = (name: string) => (field(name) === '' ? null : new Date(field(name)).toISOString())
  return {
    act,
    ids: [...ids],
    filter: null,
    withLinks: form.get('withLinks') === 'on',
    audience:
      act === 'RECALL'
        ? null
        : {
            scope,
            officers: null,
            organisations: scope === 'ORGANISATIONS' ? form.getAll('organisations').map(String) : null,
            operations: scope === 'JOINT_TEAMS' ? form.getAll('operations').map(String) : null,
          },
    handling: replaced ? (form.getAll('handling') as Handling[]) : null,
    restrictions: replaced ? field('restrictions') || null : null,
    embargo: instant('embargo'),
    expires: instant('expires'),
  }
}

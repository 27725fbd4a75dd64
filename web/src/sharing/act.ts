import type { Handling, ShareAct, SharePreviewInput } from '../gql/graphql'
import { audienceOf } from '../work/audience'

/** Reads what a form of sharing asks for. Conditions are given only where they are to be replaced. */
export function shareInput(form: FormData, ids: readonly string[]): SharePreviewInput {
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const act = field('act') as ShareAct
  const replaced = form.get('replace') === 'on'
  const instant = (name: string) => (field(name) === '' ? null : new Date(field(name)).toISOString())
  return {
    act,
    ids: [...ids],
    filter: null,
    withLinks: form.get('withLinks') === 'on',
    audience: act === 'RECALL' ? null : audienceOf(form),
    handling: replaced ? (form.getAll('handling') as Handling[]) : null,
    restrictions: replaced ? field('restrictions') || null : null,
    embargo: instant('embargo'),
    expires: instant('expires'),
  }
}

import type { AskHitInput, IdentifierScheme } from '../gql/graphql'

/** What a form asks for, in the words of the API: a number where one is given, else a name and a birth date. */
export function askedFor(form: FormData): Omit<AskHitInput, 'idempotencyKey'> {
  const field = (name: string) => String(form.get(name) ?? '').trim()
  if (form.has('value')) {
    const country = field('country').toUpperCase()
    return {
      identifier: {
        scheme: field('scheme') as IdentifierScheme,
        value: field('value'),
        country: country === '' ? null : country,
      },
    }
  }
  return { name: field('name'), birthDate: field('birthDate') }
}

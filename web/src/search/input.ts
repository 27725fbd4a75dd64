import type { IdentifierScheme, RecordKind, SearchInput } from '../gql/graphql'

/** The fields of the search form as they were filled in; those not shown are empty. */
export interface SearchFields {
  words: string
  scheme: IdentifierScheme
  value: string
  country: string
  kinds: RecordKind[]
}

/** What to ask the hub: a number where one is given, else words; null for neither. */
export function searchInput(fields: SearchFields): SearchInput | null {
  const value = fields.value.trim()
  if (value !== '') {
    const country = fields.country.trim().toUpperCase()
    return { identifier: { scheme: fields.scheme, value, country: country === '' ? null : country } }
  }
  const text = fields.words.trim().replace(/\s+/g, ' ')
  if (text === '') return null
  return { text, kinds: fields.kinds.length === 0 ? null : fields.kinds }
}

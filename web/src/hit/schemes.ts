import type { HitScheme, IdentifierScheme, RecordKind } from '../gql/graphql'

/** The numbers that partners can be asked for. */
export const askable: readonly IdentifierScheme[] = ['PHONE', 'PLATE', 'ACCOUNT', 'DOCUMENT']

const schemes: Partial<Record<RecordKind, HitScheme>> = {
  PHONE: 'PHONE',
  VEHICLE: 'PLATE',
  BANK_ACCOUNT: 'ACCOUNT',
  PAYMENT_INSTRUMENT: 'ACCOUNT',
  TRAVEL_DOCUMENT: 'DOCUMENT',
  COMPANY: 'DOCUMENT',
  PERSON: 'NAME_AND_BIRTH_DATE',
}

/** By what a record of this kind can be found; null where it has nothing to be asked for by. */
export function schemeOf(kind: RecordKind): HitScheme | null {
  return schemes[kind] ?? null
}

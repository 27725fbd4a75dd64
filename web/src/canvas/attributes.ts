import type { DetailPartsFragment, RecordKind } from '../gql/graphql'
import { detailLines } from '../kinds/details'
import type { DetailField } from '../language/codes'
import type { Speech } from '../language/LanguageProvider'

/** A field that records say something in, and what, by record. */
export interface Attribute {
  field: DetailField
  /** Its name, with the kinds of the records that have it: several kinds have a number. */
  label: string
  saidOf: ReadonlyMap<string, string>
}

/** What a record says, as it is asked for. */
interface Told {
  id: string
  kind: RecordKind
  details: DetailPartsFragment
}

/** The attributes of records that at least two of them have alike, by name: no others can take anything together. */
export function attributesOf(records: readonly Told[], speech: Speech): Attribute[] {
  const found = new Map<DetailField, { name: string; kinds: Set<string>; saidOf: Map<string, string> }>()
  for (const { id, kind, details } of records) {
    for (const { field, label, value } of detailLines(speech, details)) {
      const held = found.get(field) ?? { name: label, kinds: new Set(), saidOf: new Map() }
      held.saidOf.set(id, value)
      held.kinds.add(speech.text.kinds[kind])
      found.set(field, held)
    }
  }
  return [...found]
    .filter(([, { saidOf }]) => new Set(saidOf.values()).size < saidOf.size)
    .map(([field, { name, kinds, saidOf }]) => ({
      field,
      label: `${name} (${[...kinds].join(', ')})`,
      saidOf,
    }))
    .sort((a, b) => a.label.localeCompare(b.label) || (a.field < b.field ? -1 : 1))
}

import { ask } from '../api/ask'
import {
  CanvasDetailsDocument,
  type DetailPartsFragment,
  type RecordAttribute,
  type RecordKind,
} from '../gql/graphql'
import { detailLines } from '../kinds/details'
import type { DetailField } from '../language/codes'
import type { Speech } from '../language/LanguageProvider'
import { subgraphLimit } from './load'

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

/** What records say in a field that at least two of them have alike, in the reader's words, by record; asked of the hub. */
export async function saidIn(
  ids: readonly string[],
  field: DetailField,
  speech: Speech,
): Promise<ReadonlyMap<string, string>> {
  const { subgraph } = await ask(CanvasDetailsDocument, { ids: ids.slice(0, subgraphLimit) })
  return attributesOf(subgraph.records, speech).find((one) => one.field === field)?.saidOf ?? new Map()
}

/** The hub's name of a field of records. */
export function attributeOf(field: DetailField): RecordAttribute {
  return field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase() as RecordAttribute
}

/** The field that the hub calls so. */
export function fieldOf(attribute: RecordAttribute): DetailField {
  return attribute.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()) as DetailField
}

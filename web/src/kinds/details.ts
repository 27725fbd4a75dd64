import { codeFor, hidesNames } from '../api/privacy'
import type { DetailPartsFragment, LinkDetailPartsFragment } from '../gql/graphql'
import type { DetailField, DetailValue } from '../language/codes'
import type { Dictionary } from '../language/en'
import type { Speech } from '../language/LanguageProvider'

/** One line of a record's details, ready to show. */
export interface DetailLine {
  field: DetailField
  label: string
  value: string
}

const days: readonly DetailField[] = ['birthDate', 'issued', 'documentExpires']
const instants: readonly DetailField[] = ['departs', 'arrives', 'transferredAt', 'calledAt']

function isCode(text: Dictionary, value: string): value is DetailValue {
  return Object.hasOwn(text.values, value)
}

function shown(speech: Speech, field: DetailField, value: unknown): string {
  if (typeof value === 'boolean') return value ? speech.text.record.yes : speech.text.record.no
  if (typeof value === 'number') return speech.number(value)
  if (Array.isArray(value)) return value.map((one) => shown(speech, field, one)).join(', ')
  if (typeof value !== 'string') return ''
  if (hidesNames() && !isCode(speech.text, value)) return codeFor(value, undefined)
  if (days.includes(field)) return speech.day(value)
  if (instants.includes(field)) return speech.instant(value)
  return isCode(speech.text, value) ? speech.text.values[value] : value
}

/** The fields that say something, in the order of the schema. False, empty and null say nothing. */
export function detailLines(
  speech: Speech,
  details: DetailPartsFragment | LinkDetailPartsFragment,
): DetailLine[] {
  const lines: DetailLine[] = []
  for (const [name, value] of Object.entries(details)) {
    if (name === '__typename' || value === null || value === false) continue
    const field = name as DetailField
    const text = shown(speech, field, value)
    if (text !== '') lines.push({ field, label: speech.text.fields[field], value: text })
  }
  return lines
}

import type { DetailPartsFragment, IdentifierScheme, SearchInput } from '../gql/graphql'
import type { DetailField } from '../language/codes'

/** A part of a text, and whether it is what was looked for. */
export interface Piece {
  text: string
  marked: boolean
}

/** Why a record was found: a field of it, or its label where no field alone says so. */
export interface Match {
  field: DetailField | 'label'
  pieces: Piece[]
}

/** The fields whose words the hub searches by. */
const named: readonly DetailField[] = [
  'name',
  'alias',
  'placeName',
  'holder',
  'username',
  'title',
  'summary',
  'carrier',
  'journeyNumber',
  'address',
  'city',
]

/** The fields that hold the numbers of a scheme. */
const numbered: Record<IdentifierScheme, readonly DetailField[]> = {
  PHONE: ['phoneNumber', 'imei', 'imsi'],
  PLATE: ['plate', 'vin'],
  ACCOUNT: ['iban', 'accountNumber', 'instrumentNumber'],
  DOCUMENT: ['documentNumber'],
  PROFILE: ['username', 'url'],
}

interface Valued {
  field: DetailField
  value: string
}

/**
 * Which of a record's own texts are what was searched for. Empty where the hub
 * matched it in a way that is not seen in the letters, as between two scripts.
 */
export function matchesOf(details: DetailPartsFragment, label: string, input: SearchInput): Match[] {
  if (input.identifier) return numberMatches(details, input.identifier.scheme, input.identifier.value)
  const wanted = wordsOf(input.text ?? '').map(({ plain }) => plain)
  const looked = [...valuesOf(details, named), { field: 'label' as const, value: label }]
  const found = looked
    .map(({ field, value }) => ({ field, pieces: piecesOf(value, wanted) }))
    .filter(({ pieces }) => pieces.some(({ marked }) => marked))
  // A label is made of fields: it says something only where none of them does.
  const fields = found.filter(({ field }) => field !== 'label')
  return fields.length > 0 ? fields : found
}

function numberMatches(details: DetailPartsFragment, scheme: IdentifierScheme, asked: string): Match[] {
  const values = valuesOf(details, numbered[scheme])
  const equal = values.filter(({ value }) => bare(value) === bare(asked))
  const alike = equal.length > 0 ? equal : values.filter(({ value }) => endsAlike(value, asked))
  return (alike.length > 0 ? alike : values.length === 1 ? values : []).map(({ field, value }) => ({
    field,
    pieces: [{ text: value, marked: true }],
  }))
}

function valuesOf(details: DetailPartsFragment, fields: readonly DetailField[]): Valued[] {
  const all = new Map<string, unknown>(Object.entries(details))
  return fields.flatMap((field) =>
    [all.get(field)]
      .flat()
      .flatMap((value) => (typeof value === 'string' && value !== '' ? [{ field, value }] : [])),
  )
}

/** Whether two numbers differ only by what is dialled before them. */
function endsAlike(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)]
  return Math.min(a.length, b.length) >= 6 && (a.endsWith(b) || b.endsWith(a))
}

const bare = (number: string) =>
  number
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+/, '')

interface Word {
  at: number
  text: string
  plain: string
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((found) => ({
    at: found.index,
    text: found[0],
    plain: plainly(found[0]),
  }))
}

/** Letters that are more than a letter with a sign on it. */
const letters: Record<string, string> = { ł: 'l', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' }

const plainly = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łđøßæœı]/g, (letter) => letters[letter] ?? letter)

/** A text cut where one of its words begins with a wanted one. */
function piecesOf(text: string, wanted: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  const cut = (to: number, marked: boolean) => {
    if (to > from) pieces.push({ text: text.slice(from, to), marked })
    from = to
  }
  for (const word of wordsOf(text)) {
    const longest = wanted
      .filter((begin) => begin !== '' && word.plain.startsWith(begin))
      .reduce((length, { length: other }) => Math.max(length, other), 0)
    if (longest === 0) continue
    cut(word.at, false)
    cut(word.at + written(word.text, longest), true)
  }
  cut(text.length, false)
  return pieces
}

/** How much of a word, as it is written, its first plain letters are. */
function written(word: string, plain: number): number {
  let end = 0
  for (const letter of word) {
    if (plainly(word.slice(0, end)).length >= plain && !/\p{M}/u.test(letter)) break
    end += letter.length
  }
  return end
}

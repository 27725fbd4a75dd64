import { linkFields, recordFields } from '../entry/fields'
import type { LinkKind, RecordKind } from '../gql/graphql'

/** Where a value comes from: a column of the file, or a text that is always the same. */
export type Origin = { column: string } | { always: string }

/** What the rows of one file become, as chosen in the form. */
export interface FileMapping {
  /** Whether the first line names the columns; without it they are numbered from 1. */
  header: boolean
  delimiter: string
  dates: string
  decimal: '.' | ','
  makes: { record: RecordKind } | { link: LinkKind }
  /** The column by which a row is known again; of a link it may be missing. */
  key: string
  from: string
  to: string
  /** The kind of record made at an end where there is none; empty: none is made. */
  ends: RecordKind | ''
  fields: Record<string, Origin>
}

/** What makes a record of nothing but its key. */
export const endFields: Partial<Record<RecordKind, string>> = {
  PERSON: 'name',
  COMPANY: 'name',
  BANK_ACCOUNT: 'accountNumber',
  PHONE: 'number',
}

/** The fields that a kind of record or link has, with whether they are needed. */
export function fieldsOf(makes: FileMapping['makes']) {
  return 'record' in makes ? recordFields[makes.record].fields : (linkFields[makes.link]?.fields ?? [])
}

export const delimiters = [',', ';', 'tab', '|', 'blanks'] as const

/** A column as the mapping calls it, and as it is shown. */
export interface Column {
  id: string
  name: string
}

/** The columns of a file by its first line: called as it says or, where it is a row already, by their numbers from 1. */
export function columnsOf(cells: readonly string[], header: boolean): Column[] {
  if (header) return cells.filter((cell) => cell !== '').map((cell) => ({ id: cell, name: cell }))
  return cells.map((cell, i) => ({ id: String(i + 1), name: `${i + 1}: ${cell}` }))
}

/** The delimiter that parts a header into most columns. */
export function guessDelimiter(header: string): string {
  const times = (sign: string) => header.split(sign === 'tab' ? '\t' : sign).length
  return [',', ';', 'tab', '|'].reduce((best, sign) => (times(sign) > times(best) ? sign : best), ',')
}

/** Words that columns go by, beside the name of the field itself; in English and Romanian. */
const synonyms: Record<string, readonly string[]> = {
  name: ['fullname', 'nume', 'numecomplet', 'denumire', 'label'],
  alias: ['aliases', 'aka', 'porecla'],
  birthDate: ['born', 'dateofbirth', 'dob', 'birthday', 'datanasterii', 'nascut'],
  birthPlace: ['placeofbirth', 'loculnasterii'],
  gender: ['sex', 'gen'],
  nationality: ['citizenship', 'cetatenie', 'nationalitate'],
  registrationNumber: ['plate', 'companynumber', 'numarinmatriculare', 'inmatriculare'],
  country: ['tara', 'countrycode'],
  sector: ['industry', 'domeniu'],
  iban: ['ibancode'],
  accountNumber: ['account', 'accountno', 'cont'],
  bankName: ['bank', 'banca'],
  holder: ['owner', 'titular'],
  currency: ['valuta', 'moneda', 'ccy'],
  number: ['phone', 'telephone', 'msisdn', 'telefon', 'numar'],
  imei: ['device'],
  address: ['adresa', 'street'],
  city: ['town', 'oras', 'localitate'],
  postalCode: ['postcode', 'zip', 'codpostal'],
  latitude: ['lat', 'latitudine'],
  longitude: ['lon', 'lng', 'longitudine'],
  vin: ['chassis'],
  make: ['marca'],
  colour: ['color', 'culoare'],
  username: ['user', 'handle', 'utilizator'],
  platform: ['site', 'platforma'],
  departs: ['departure', 'plecare'],
  arrives: ['arrival', 'sosire'],
  amount: ['sum', 'value', 'suma'],
  at: ['time', 'timestamp', 'datetime', 'date', 'data', 'when'],
  reference: ['details', 'memo', 'referinta'],
  duration: ['seconds', 'durata'],
  relationship: ['relation', 'relatie'],
}
const keys = ['id', 'key', 'ref', 'cheie', 'nr']
const origins = ['from', 'source', 'payer', 'caller', 'sender', 'one', 'dela', 'platitor', 'apelant']
const targets = ['to', 'target', 'payee', 'called', 'receiver', 'other', 'catre', 'beneficiar', 'apelat']

/** A column's name without accents, case and signs. */
const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const guessable: readonly RecordKind[] = [
  'PERSON',
  'BANK_ACCOUNT',
  'PHONE',
  'VEHICLE',
  'COMPANY',
  'PLACE',
  'ONLINE_PROFILE',
  'JOURNEY',
]

/** What the names of the columns say: the kind that most of them fit, and which column is which field. */
export function guess(columns: readonly string[], delimiter: string, header = true): FileMapping {
  const from = among(columns, origins)
  const to = among(columns, targets)
  const base = { header, delimiter, dates: '', decimal: '.' as const, ends: '' as const }
  if (from !== '' && to !== '' && !columns.some((one) => /^(departs|arrives)$/.test(plain(one)))) {
    const rest = columns.filter((one) => one !== from && one !== to)
    const link = best(['TRANSFERRED', 'CALLED', 'ASSOCIATE'] as const, (kind) => found({ link: kind }, rest))
    const makes = { link: Object.keys(found({ link }, rest)).length > 0 ? link : ('ASSOCIATE' as const) }
    return { ...base, makes, key: among(rest, keys), from, to, fields: found(makes, rest) }
  }
  const record = best(guessable, (kind) => found({ record: kind }, columns))
  const fields = found({ record }, columns)
  return {
    ...base,
    makes: { record },
    key: among(columns, keys) || (columns[0] ?? ''),
    from: '',
    to: '',
    fields,
  }
}

/** The columns that fit the fields of a kind. */
export function found(makes: FileMapping['makes'], columns: readonly string[]): Record<string, Origin> {
  const fields: Record<string, Origin> = {}
  for (const { name } of fieldsOf(makes)) {
    const column = among(columns, [plain(name), ...(synonyms[name] ?? [])])
    if (column !== '') fields[name] = { column }
  }
  return fields
}

const among = (columns: readonly string[], names: readonly string[]) => {
  const fits = (wanted: string) => columns.find((one) => plain(one) === wanted)
  return names.map(fits).find((one) => one !== undefined) ?? ''
}

function best<Kind>(kinds: readonly Kind[], fields: (kind: Kind) => object): Kind {
  const size = (kind: Kind) => Object.keys(fields(kind)).length
  return kinds.reduce((first, kind) => (size(kind) > size(first) ? kind : first))
}

/** What the whole import says of itself. */
export interface Said {
  name: string
  source: string
}

const column = (name: string) => `{${name}}`
const literal = (text: string) => text.replace(/[{}]/g, (brace) => brace + brace)

/** The mapping that the form stands for, as the hub reads it; JSON is YAML. */
export function mappingOf(said: Said, files: readonly { file: string; mapping: FileMapping }[]): string {
  return JSON.stringify(
    { ...said, name: literal(said.name), source: literal(said.source), files: files.map(entryOf) },
    null,
    2,
  )
}

function entryOf({ file, mapping }: { file: string; mapping: FileMapping }) {
  const { makes, key, from, to, ends } = mapping
  const details = Object.fromEntries(
    Object.entries(mapping.fields).map(([name, origin]) => [
      name,
      'column' in origin ? column(origin.column) : literal(origin.always),
    ]),
  )
  const kept = Object.keys(details).length > 0 ? { details } : {}
  const endField = ends === '' ? undefined : endFields[ends]
  return {
    path: escaped(file),
    header: mapping.header,
    delimiter: mapping.delimiter,
    decimal: mapping.decimal,
    ...(mapping.dates === '' ? {} : { dates: { layout: mapping.dates } }),
    ...('record' in makes
      ? { records: [{ kind: makes.record, key: column(key), ...kept }] }
      : {
          links: [
            {
              kind: makes.link,
              ...(key === '' ? {} : { key: column(key) }),
              from: column(from),
              to: column(to),
              ...kept,
              ...(endField ? { ends: { kind: ends, details: { [endField]: '{@key}' } } } : {}),
            },
          ],
        }),
  }
}

/** A file's name as a pattern that fits it alone. */
const escaped = (file: string) => file.replace(/[*?[\]\\]/g, (sign) => `\\${sign}`)

import type { Contents } from '../src/canvas/contents'
import documents from '../src/gql/persisted-documents.json'
import { network } from './network'

/** The most records that one operation's graph may bring, as in src/canvas/load.ts. */
const atOnce = 5000
const organisation = { id: 'o', name: 'Northshire Police', country: 'GB' }
const me = {
  officer: { id: 'officer', name: 'Alex Sampleton' },
  organisation,
  roles: ['ANALYST'],
  purpose: 'measuring',
  stepUp: { withheld: false },
}
const ports = [
  'ROTSR',
  'GBDVR',
  'GBLTN',
  'BEZEE',
  'FRCQF',
  'HUBUD',
  'ATVIE',
  'DEMUC',
  'BGVAR',
  'GRPIR',
  'CZPRG',
]
const texts: Readonly<Record<string, string>> = documents

/** What was asked, as the workspace asks it. */
interface Question {
  documentId: string
  variables: { id?: string; ids?: readonly string[] }
}

type Answers = ReadonlyMap<string, (asked: Question['variables']) => unknown>

/** Answers of a hub with an invented network of n records and 3 n dated links, in operations of at most 5,000 records. */
export function hubOf(n: number): { answer: (asked: Question) => unknown; operations: string[] } {
  const contents = network(n)
  const operations = Array.from({ length: Math.ceil(n / atOnce) }, (_, i) => `op${i}`)
  const answers = answersOf(contents, operations.length)
  const answer = ({ documentId, variables }: Question) => {
    const name = /(?:query|mutation) (\w+)/.exec(texts[documentId] ?? '')?.[1] ?? ''
    const said = answers.get(name)
    return said
      ? { data: said(variables) }
      : { errors: [{ message: name, extensions: { code: 'NOT_FOUND' } }] }
  }
  return { answer, operations }
}

function answersOf(contents: Contents, operations: number): Answers {
  const records = [...contents.records.values()]
  const links = [...contents.links.values()]
  const none = { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] }
  const each = (ids: readonly string[] = [], said: (id: string) => unknown) => ({ nodes: ids.map(said) })
  const among = (ids: readonly string[] = []) => {
    const these = new Set(ids)
    return {
      records: records
        .filter(({ id }) => these.has(id))
        .map((record) => ({ ...record, validity: timeOf(record.id) })),
      links: links
        .filter((l) => these.has(l.fromId) && these.has(l.toId))
        .map(({ id }) => datesOf(contents, id)),
    }
  }
  return new Map<string, (asked: Question['variables']) => unknown>([
    ['Me', () => ({ me })],
    ['CanvasRoles', ({ id }) => ({ node: { __typename: 'Operation', id, involvements: none } })],
    ['MapRoles', ({ id }) => ({ node: { __typename: 'Operation', id, involvements: none } })],
    [
      'CanvasOperation',
      ({ id = '' }) => {
        const at = Number(id.slice(2))
        const own = records.slice(at * atOnce, (at + 1) * atOnce)
        // Links between operations come with the last of them.
        const ids = new Set(own.map((record) => record.id))
        const inside = links.filter((l) => (at + 1 === operations || ids.has(l.fromId)) && ids.has(l.toId))
        const graph = { records: own, links: at + 1 === operations ? links : inside }
        return { node: { __typename: 'Operation', id, name: id, graph } }
      },
    ],
    ['CanvasSelection', ({ ids }) => each(ids, (id) => factsOf(contents, id))],
    ['Comments', () => ({ comments: [] })],
    [
      'MapRecords',
      ({ ids }) => each(ids, (id) => ({ __typename: 'Record', id, details: detailsOf(contents, id) })),
    ],
    [
      'MapDatesOf',
      ({ ids }) =>
        each(ids, (id) => (contents.links.has(id) ? datesOf(contents, id) : eventOf(contents, id))),
    ],
    ['MapDates', ({ ids }) => ({ subgraph: among(ids) })],
  ])
}

const numberOf = (id: string) => Number(id.slice(1))
const [first, year] = [Date.UTC(2024, 0, 1), 365 * 86_400_000]
/** A moment within two years, the same for the same id. */
const momentOf = (id: string) => new Date(first + ((numberOf(id) * 7919 * 3_600_000) % (2 * year)))
const timeOf = (id: string) => ({
  from: momentOf(id).toISOString().slice(0, 10),
  until: new Date(momentOf(id).getTime() + year / 12).toISOString().slice(0, 10),
})

function datesOf({ links }: Contents, id: string) {
  const at = momentOf(id).toISOString()
  const kind = links.get(id)?.kind
  const amount = `${10 + (numberOf(id) % 990)}.50`
  const currency = numberOf(id) % 3 === 0 ? 'RON' : 'GBP'
  const transfer = { __typename: 'Transfer', amount, currency, at }
  const call = { __typename: 'Call', called: at }
  const details = kind === 'TRANSFERRED' ? transfer : kind === 'CALLED' ? call : null
  return { __typename: 'Link', id, validity: timeOf(id), details }
}

function eventOf({ records }: Contents, id: string) {
  return { __typename: 'Record', id, kind: records.get(id)?.kind, validity: timeOf(id) }
}

function detailsOf({ records }: Contents, id: string) {
  const n = numberOf(id)
  if (records.get(id)?.kind === 'PLACE')
    return { __typename: 'Place', locode: null, latitude: 45 + (n % 97) / 14, longitude: (n % 289) / 11 }
  const [from, to] = [ports[n % ports.length], ports[(n + 1 + (n % 7)) % ports.length]]
  const departs = momentOf(id).toISOString()
  return {
    __typename: 'Journey',
    mode: 'COACH',
    departurePort: from,
    arrivalPort: to,
    departs,
    arrives: null,
  }
}

function factsOf({ records }: Contents, id: string) {
  const audience = { scope: 'ORGANISATION', officers: [], organisations: [], operations: [] }
  const marking = {
    owner: organisation,
    audience,
    classification: 'OFFICIAL',
    compartments: [],
    handling: [],
    restrictions: [],
    embargo: null,
    expires: null,
    review: null,
  }
  return {
    __typename: 'Record',
    ...records.get(id),
    source: 'INV/1',
    grading: { scheme: 'UK_3X5X2', value: '1B' },
    marking,
    validity: timeOf(id),
    version: 'v',
    knownFrom: '2024-01-01T00:00:00Z',
    knownUntil: null,
    details: { __typename: 'Phone', number: '+447700900000', imei: null, imsi: null, network: null },
    linkCounts: [{ kind: 'CALLED', count: 3 }],
    involvements: [],
  }
}

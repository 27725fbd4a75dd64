import { afterEach, expect, test, vi } from 'vitest'
import { nothing, withGraph } from '../canvas/contents'
import { fold } from '../canvas/fold'
import { MapDatesDocument, MapDatesOfDocument } from '../gql/graphql'
import { askAll, KeptDates } from './askDates'

afterEach(() => vi.unstubAllGlobals())

const owner = { id: 'o', name: 'Northshire Police', country: 'GB' }

/** n records, each with two links to the next. */
function canvas(n: number) {
  const records = Array.from({ length: n }, (_, i) => ({
    id: `r${i}`,
    kind: i === 1 ? ('EXPLOITATION_EVENT' as const) : ('PERSON' as const),
    label: `Invented ${i}`,
    owner,
  }))
  const links = records.slice(1).flatMap(({ id }, i) =>
    (['a', 'b'] as const).map((side) => ({
      id: `${side}${i}`,
      kind: 'ASSOCIATE' as const,
      fromId: `r${i}`,
      toId: id,
    })),
  )
  return fold(withGraph(nothing, { records, links }), true)
}

interface Asked {
  documentId: unknown
  variables: { ids: string[] }
}

const validity = { from: '2009-03-01', until: '2009-03-01' }
const said = (id: string) =>
  id === 'a7'
    ? null
    : id.startsWith('r')
      ? { __typename: 'Record', id, kind: 'EXPLOITATION_EVENT', validity }
      : { __typename: 'Link', id, validity, details: null }

/** A hub that answers so many questions, and is away from then on. */
function hub(answers = Infinity): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    const question: Asked = JSON.parse(String(init.body))
    if (asked.length >= answers) throw new Error('away')
    asked.push(question)
    return new Response(JSON.stringify({ data: { nodes: question.variables.ids.map(said) } }))
  })
  return asked
}

const wanted = new AbortController().signal

test('the dates of a canvas of more than 5,000 records are asked for by parts, each once', async () => {
  const asked = hub()
  const kept = new KeptDates()
  const left: number[] = []
  await askAll(canvas(6001), kept, wanted, (now) => left.push(now))
  const ids = asked.flatMap(({ variables }) => variables.ids)
  expect(asked.every(({ documentId }) => documentId === MapDatesOfDocument.__meta__?.documentId)).toBe(true)
  expect(asked.every(({ variables }) => variables.ids.length <= 500)).toBe(true)
  expect([ids.length, new Set(ids).size]).toEqual([12_001, 12_001])
  expect(left).toEqual([12_001, 7001, 2001, 0])
  const { links, events } = kept.now()
  expect(links.get('b5999')?.validity).toEqual(validity)
  expect(events.get('r1')).toEqual(validity)
  // What has gone from sight has no date.
  expect(links.get('a7')?.validity).toEqual({ from: null, until: null })
})

test('what was answered before a failure is kept, and only the rest is asked for then', async () => {
  hub(13)
  const kept = new KeptDates()
  const folded = canvas(6001)
  await expect(askAll(folded, kept, wanted, () => undefined)).rejects.toMatchObject({ code: 'NETWORK' })
  const asked = hub()
  await askAll(folded, kept, wanted, () => undefined)
  expect(asked.flatMap(({ variables }) => variables.ids).length).toBe(7001)
  await askAll(folded, kept, wanted, () => undefined)
  expect(asked.length).toBe(15)
})

test('of fewer records one question is asked', async () => {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    asked.push(JSON.parse(String(init.body)))
    return new Response('{"data":{"subgraph":{"records":[],"links":[]}}}')
  })
  await askAll(canvas(400), new KeptDates(), wanted, () => undefined)
  expect(asked.map(({ documentId }) => documentId)).toEqual([MapDatesDocument.__meta__?.documentId])
})

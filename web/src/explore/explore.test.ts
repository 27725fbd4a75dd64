import { afterEach, expect, test, vi } from 'vitest'
import { onAnswer } from '../api/ask'
import { explore } from './explore'
import { found, type SchemaType, signature } from './schema'

afterEach(() => vi.unstubAllGlobals())

test('a document goes to the hub as it is written, and its answer to the banner', async () => {
  const fetched = vi.fn(
    async (_url: string, _init: RequestInit) => new Response('{"data":{"me":{"purpose":"x"}}}'),
  )
  vi.stubGlobal('fetch', fetched)
  const heard: unknown[] = []
  const stop = onAnswer((answer) => heard.push(answer))
  const got = await explore('{ me { purpose } }', '{"a": 1}')
  stop()
  expect(got).toEqual({ answer: '{\n  "data": {\n    "me": {\n      "purpose": "x"\n    }\n  }\n}' })
  expect(heard).toEqual([{ me: { purpose: 'x' } }])
  expect(fetched.mock.calls[0]?.[0]).toBe('/graphql')
  expect(JSON.parse(String(fetched.mock.calls[0]?.[1].body))).toEqual({
    query: '{ me { purpose } }',
    variables: { a: 1 },
  })
})

test('variables that are no object are not sent', async () => {
  const fetched = vi.fn()
  vi.stubGlobal('fetch', fetched)
  for (const variables of ['[1]', '1', 'null', '{']) {
    expect(await explore('{ me { purpose } }', variables)).toEqual({ fault: 'badVariables' })
  }
  expect(fetched).not.toHaveBeenCalled()
})

test('a hub that does not answer is said to be so', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new Error('gone')))
  expect(await explore('{ me { purpose } }', '')).toEqual({ fault: 'unreachable' })
})

const name = (kind: string, of: string) => ({ kind, name: null, ofType: { kind: 'SCALAR', name: of } })
const type = (of: string, ...fields: string[]): SchemaType => ({
  name: of,
  kind: 'OBJECT',
  description: null,
  fields: fields.map((f) => ({ name: f, description: null })),
  inputFields: null,
  enumValues: null,
})

test('a field is shown with its arguments and type', () => {
  const args = [{ name: 'id', description: null, type: name('NON_NULL', 'ID') }]
  expect(signature({ name: 'node', description: null, args, type: name('LIST', 'Node') })).toBe(
    'node(id: ID!): [Node]',
  )
})

test('types are found by their names and those of their fields', () => {
  const types = [type('Query', 'node'), type('Record', 'label'), type('__Type', 'label')]
  expect(found(types, 'LABEL').map((t) => t.name)).toEqual(['Record'])
  expect(found(types, 'rec').map((t) => t.name)).toEqual(['Record'])
  expect(found(types, ' ').map((t) => t.name)).toEqual(['Query'])
})

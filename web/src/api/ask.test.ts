import { afterEach, expect, test, vi } from 'vitest'
import { MeDocument, SetPurposeDocument } from '../gql/graphql'
import { ask, onFailure } from './ask'
import type { Failure } from './failure'

afterEach(() => vi.unstubAllGlobals())

function answering(status: number, body: string) {
  const fetched = vi.fn(async (_url: string, _init: RequestInit) => new Response(body, { status }))
  vi.stubGlobal('fetch', fetched)
  return fetched
}

async function failureFrom(status: number, body: string): Promise<Failure> {
  answering(status, body)
  return ask(MeDocument, {}).then(
    () => Promise.reject(new Error('it did not fail')),
    (failure: Failure) => failure,
  )
}

test('a question is a POST of JSON to the same origin', async () => {
  const fetched = answering(200, '{"data":{"setPurpose":{}}}')
  await ask(SetPurposeDocument, { purpose: 'tasking 12' })
  const [url, init] = fetched.mock.calls[0] ?? []
  expect(url).toBe('/graphql')
  expect(init?.method).toBe('POST')
  expect(init?.credentials).toBe('same-origin')
  expect(SetPurposeDocument.__meta__?.documentId).toMatch(/^sha256:[0-9a-f]{64}$/)
  expect(JSON.parse(String(init?.body))).toEqual({
    documentId: SetPurposeDocument.__meta__?.documentId,
    variables: { purpose: 'tasking 12' },
  })
})

test('an error fails the whole question with its code, words, field and number', async () => {
  const error = {
    message: 'Not a date.',
    extensions: { code: 'BAD_USER_INPUT', field: 'asOf', requestId: 'q1' },
  }
  const failure = await failureFrom(200, JSON.stringify({ data: { me: null }, errors: [error] }))
  expect([failure.code, failure.said, failure.field, failure.requestId]).toEqual([
    'BAD_USER_INPUT',
    'Not a date.',
    'asOf',
    'q1',
  ])
})

test('an unknown code is INTERNAL', async () => {
  const failure = await failureFrom(200, '{"errors":[{"message":"?","extensions":{"code":"ODD"}}]}')
  expect(failure.code).toBe('INTERNAL')
})

test('401 is UNAUTHENTICATED whatever the body', async () => {
  expect((await failureFrom(401, 'no')).code).toBe('UNAUTHENTICATED')
  expect((await failureFrom(401, '{}')).code).toBe('UNAUTHENTICATED')
})

test('429 without JSON is RATE_LIMITED, other answers without JSON are INTERNAL', async () => {
  expect((await failureFrom(429, 'slow down')).code).toBe('RATE_LIMITED')
  expect((await failureFrom(502, '<html>')).code).toBe('INTERNAL')
})

test('no answer is NETWORK, and whoever listens hears it', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')))
  const heard: string[] = []
  const stop = onFailure((failure) => heard.push(failure.code))
  await expect(ask(MeDocument, {})).rejects.toMatchObject({ code: 'NETWORK' })
  stop()
  await expect(ask(MeDocument, {})).rejects.toMatchObject({ code: 'NETWORK' })
  expect(heard).toEqual(['NETWORK'])
})

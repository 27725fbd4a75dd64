import type { TypedDocumentString } from '../gql/graphql'
import { Failure, failureOf } from './failure'
import { coded, hidesNames } from './privacy'

interface WireAnswer<T> {
  data?: T | null
  errors?: { message?: unknown; extensions?: { code?: unknown; field?: unknown; requestId?: unknown } }[]
}

type Listener = (failure: Failure) => void
const listeners = new Set<Listener>()

/** Calls `listener` with every failure any page meets; gives back how to stop. */
export function onFailure(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

type AnswerListener = (answer: unknown) => void
const answerListeners = new Set<AnswerListener>()

/** Calls `listener` with everything the hub answers to any page; gives back how to stop. */
export function onAnswer(listener: AnswerListener): () => void {
  answerListeners.add(listener)
  return () => answerListeners.delete(listener)
}

/** Tells those who listen what the hub has answered. */
export function tell(answer: unknown): void {
  for (const listener of answerListeners) listener(answer)
}

function fail(failure: Failure): never {
  for (const listener of listeners) listener(failure)
  throw failure
}

/**
 * Asks the hub one question. Any error in the answer fails the whole question:
 * a page never shows half an answer as if it were the whole.
 */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const response = await post(asked(document), variables, signal)
  const answer = await read<Result>(response)
  const error = answer.errors?.[0]
  if (error) fail(failureOf(error))
  if (response.status === 401) fail(new Failure('UNAUTHENTICATED', ''))
  if (answer.data === undefined || answer.data === null) fail(new Failure('INTERNAL', ''))
  tell(answer.data)
  return hidesNames() ? coded(answer.data) : answer.data
}

/** Names a document by its id: the hub knows the text, and the page does not carry it. */
export function asked<R, V>(document: TypedDocumentString<R, V>): { documentId: unknown } {
  return { documentId: document.__meta__?.documentId }
}

async function post(
  document: { documentId: unknown },
  variables: unknown,
  signal?: AbortSignal,
): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
      },
      body: JSON.stringify({ ...document, variables }),
      signal: signal ?? null,
    })
  } catch (thrown) {
    if (signal?.aborted) throw thrown
    fail(new Failure('NETWORK', ''))
  }
}

async function read<T>(response: Response): Promise<WireAnswer<T>> {
  try {
    return (await response.json()) as WireAnswer<T>
  } catch {
    if (response.status === 401) return {}
    return { errors: [{ extensions: { code: response.status === 429 ? 'RATE_LIMITED' : 'INTERNAL' } }] }
  }
}

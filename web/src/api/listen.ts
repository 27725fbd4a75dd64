import type { TypedDocumentString } from '../gql/graphql'
import { asked } from './ask'
import { Failure, failureOf } from './failure'

/**
 * Listens to what the hub tells as it happens, over server-sent events. It ends
 * when `signal` does, or fails when the hub ends it.
 */
export async function listen<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  told: (event: Result) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ ...asked(document), variables }),
    signal,
  })
  if (!response.ok || !response.body)
    throw new Failure(response.status === 401 ? 'UNAUTHENTICATED' : 'INTERNAL', '')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const read = eventReader((data) => {
    const event = JSON.parse(data) as { data?: Result | null; errors?: Parameters<typeof failureOf>[0][] }
    const error = event.errors?.[0]
    if (error) throw failureOf(error)
    if (event.data) told(event.data)
  })
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    read(value)
  }
}

/** Takes an event stream in pieces as they arrive, and calls `told` with the data of each whole event that has some. */
export function eventReader(told: (data: string) => void): (piece: string) => void {
  let held = ''
  return (piece) => {
    held += piece.replaceAll('\r\n', '\n')
    for (let end = held.indexOf('\n\n'); end >= 0; end = held.indexOf('\n\n')) {
      const lines = held.slice(0, end).split('\n')
      held = held.slice(end + 2)
      const data = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5).trimStart())
      if (data.length > 0 && data.join('\n') !== '') told(data.join('\n'))
    }
  }
}

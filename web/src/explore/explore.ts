import { tell } from '../api/ask'

/** What came of a question: the answer as text, or why there is none. */
export type Explored = { answer: string } | { fault: 'badVariables' | 'unreachable' }

/** Asks a document of the officer's own. What it gives is told to the banner like any answer. */
export async function explore(query: string, variables: string): Promise<Explored> {
  const given = objectIn(variables)
  if (!given) return { fault: 'badVariables' }
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
      },
      body: JSON.stringify({ query, variables: given }),
    })
    const answer: unknown = await response.json()
    if (answer && typeof answer === 'object' && 'data' in answer) tell(answer.data)
    return { answer: JSON.stringify(answer, null, 2) }
  } catch {
    return { fault: 'unreachable' }
  }
}

function objectIn(text: string): object | null {
  if (!text.trim()) return {}
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

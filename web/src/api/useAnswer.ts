import { useCallback, useEffect, useState } from 'react'
import type { TypedDocumentString } from '../gql/graphql'
import { ask } from './ask'
import { asFailure, type Failure } from './failure'

/** Where a question stands. While it is asked again, the last answer stays. */
export interface Answer<Result> {
  data: Result | undefined
  failure: Failure | undefined
  asking: boolean
  again: () => void
}

interface State<Result> {
  key: string
  data?: Result
  failure?: Failure
}

/**
 * Asks when the page shows and whenever the variables change; leaving cancels.
 * `variables` of null asks nothing. Answers are kept no longer than the page.
 */
export function useAnswer<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | null,
): Answer<Result> {
  const [round, setRound] = useState(0)
  const key = variables === null ? '' : JSON.stringify(variables)
  const asked = `${round} ${key}`
  const [state, setState] = useState<State<Result>>({ key: '' })
  useEffect(() => {
    if (key === '') return
    const cancel = new AbortController()
    ask(document, JSON.parse(key) as Variables, cancel.signal).then(
      (data) => setState({ key: asked, data }),
      (thrown: unknown) => {
        if (!cancel.signal.aborted) setState({ key: asked, failure: asFailure(thrown) })
      },
    )
    return () => cancel.abort()
  }, [document, key, asked])
  const again = useCallback(() => setRound((n) => n + 1), [])
  const asking = key !== '' && state.key !== asked
  return { data: state.data, failure: asking ? undefined : state.failure, asking, again }
}

import { useCallback, useEffect, useRef, useState } from 'react'
import { asFailure, type Failure } from './failure'

/** One page of a list, as every connection of the API gives it. */
export interface Page<Item> {
  nodes: Item[]
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** A list that grows page by page. */
export interface Pages<Item> {
  items: Item[]
  totalCount: number | undefined
  failure: Failure | undefined
  asking: boolean
  /** Null when there is no more. */
  more: (() => void) | null
}

interface State<Item> {
  items: Item[]
  totalCount?: number
  next: string | null
  failure?: Failure
  asking: boolean
}

const empty = { items: [], next: null, asking: true }

/** Reads a list from its first page on; a new `read` begins again. Memoise `read`. */
export function usePages<Item>(
  read: (after: string | null, signal: AbortSignal) => Promise<Page<Item>>,
): Pages<Item> {
  const [state, setState] = useState<State<Item>>(empty)
  const cancel = useRef<AbortController>(undefined)
  const load = useCallback(
    (after: string | null) => {
      const controller = new AbortController()
      cancel.current = controller
      setState((old) => (after === null ? empty : { ...old, asking: true, failure: undefined }))
      read(after, controller.signal).then(
        (page) => setState((old) => grown(after === null ? empty : old, page)),
        (thrown: unknown) => {
          if (controller.signal.aborted) return
          setState((old) => ({ ...old, asking: false, failure: asFailure(thrown) }))
        },
      )
    },
    [read],
  )
  useEffect(() => {
    load(null)
    return () => cancel.current?.abort()
  }, [load])
  const { next } = state
  const more = next !== null && !state.asking ? () => load(next) : null
  return { ...state, totalCount: state.totalCount, failure: state.failure, more }
}

function grown<Item>(old: State<Item>, page: Page<Item>): State<Item> {
  return {
    items: [...old.items, ...page.nodes],
    totalCount: page.totalCount,
    next: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null,
    asking: false,
  }
}

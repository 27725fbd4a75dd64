import { useEffect, useMemo, useState } from 'react'
import { ask } from '../api/ask'
import { asFailure, type Failure } from '../api/failure'
import { MapRecordsDocument } from '../gql/graphql'
import { type Told, type Travel, travelOf } from './travel'
import { useCanvasLater } from './useCanvasLater'

/** The most records that the hub gives at once. */
const atOnce = 500

interface Answer {
  travel: Travel
  asking: boolean
  failure: Failure | null
}

/** The journeys and places on the canvas. What the hub said of them is kept while the map is open, and asked once. */
export function useTravel(): Answer {
  const { folded } = useCanvasLater('folded')
  const [told, setTold] = useState<ReadonlyMap<string, Told>>(new Map())
  const [failure, setFailure] = useState<Failure | null>(null)
  const missing = useMemo(
    () =>
      [...folded.things.values()]
        .filter(({ kind, group }) => !group && (kind === 'JOURNEY' || kind === 'PLACE'))
        .flatMap(({ records }) => records)
        .filter((id) => !told.has(id))
        .slice(0, atOnce),
    [folded, told],
  )
  useEffect(() => {
    if (missing.length === 0) return
    const cancel = new AbortController()
    ask(MapRecordsDocument, { ids: missing }, cancel.signal).then(
      ({ nodes }) => {
        // One that has gone from sight says nothing, and is not asked again.
        const said = new Map<string, Told>(missing.map((id) => [id, { __typename: 'Person' }]))
        for (const node of nodes) if (node?.__typename === 'Record') said.set(node.id, node.details)
        setTold((before) => new Map([...before, ...said]))
      },
      (thrown: unknown) => {
        if (!cancel.signal.aborted) setFailure(asFailure(thrown))
      },
    )
    return () => cancel.abort()
  }, [missing])
  const travel = useMemo(() => travelOf(folded, told), [folded, told])
  return { travel, asking: missing.length > 0 && !failure, failure }
}

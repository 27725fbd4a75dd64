import { useCallback, useEffect, useMemo, useState } from 'react'
import { ask } from '../api/ask'
import { asFailure, type Failure } from '../api/failure'
import { MapRolesDocument, type MapRolesQuery } from '../gql/graphql'
import { askAll, KeptDates } from './askDates'
import type { DatedRole, Dates } from './dated'
import { useCanvasLater } from './useCanvasLater'

/** How many roles one question asks for. */
const atOnce = 500

interface Answer {
  dates: Dates
  /** How many links and events of the canvas have not been asked about yet. */
  left: number
  asking: boolean
  failure: Failure | null
  /** Asks on after a failure. */
  goOn: () => void
}

/** When the links, events and roles of the canvas were. What the hub said is kept while the map is open, and asked once. */
export function useDates(): Answer {
  const { folded, operations } = useCanvasLater('folded', 'operations')
  const [kept] = useState(() => new KeptDates())
  const [said, setSaid] = useState(() => kept.now())
  const [roles, setRoles] = useState<readonly DatedRole[]>([])
  const [left, setLeft] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    if (failure) return
    const cancel = new AbortController()
    askAll(folded, kept, cancel.signal, (now) => {
      setLeft(now)
      // Of many, what is drawn is drawn anew when there is twice as much, and at the end.
      if (now === 0 || kept.doubled()) setSaid(kept.now())
    }).catch((thrown: unknown) => {
      if (cancel.signal.aborted) return
      setSaid(kept.now())
      setFailure(asFailure(thrown))
    })
    return () => cancel.abort()
  }, [folded, kept, failure])
  useEffect(() => {
    const cancel = new AbortController()
    Promise.all(operations.map((id) => rolesOf(id, cancel.signal))).then(
      (all) => setRoles(all.flat()),
      (thrown: unknown) => {
        if (!cancel.signal.aborted) setFailure(asFailure(thrown))
      },
    )
    return () => cancel.abort()
  }, [operations])
  const goOn = useCallback(() => setFailure(null), [])
  const dates = useMemo(() => ({ ...said, roles }), [said, roles])
  return { dates, left: left ?? 0, asking: left !== 0 && !failure, failure, goOn }
}

async function rolesOf(id: string, signal: AbortSignal): Promise<DatedRole[]> {
  const roles: DatedRole[] = []
  for (let after: string | null = null; ; ) {
    const answer: MapRolesQuery = await ask(MapRolesDocument, { id, first: atOnce, after }, signal)
    const node: MapRolesQuery['node'] = answer.node
    if (node?.__typename !== 'Operation') return roles
    const { nodes, pageInfo } = node.involvements
    for (const role of nodes) roles.push({ id: role.id, record: role.person.id, validity: role.validity })
    if (!pageInfo.hasNextPage) return roles
    after = pageInfo.endCursor
  }
}

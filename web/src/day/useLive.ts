import { useEffect, useState } from 'react'
import { Failure } from '../api/failure'
import { listen } from '../api/listen'
import { type NoticeKind, NoticesLiveDocument } from '../gql/graphql'

/** A notice that came while the page was open. */
export interface Told {
  id: string
  kind: NoticeKind
}

/** How long to wait before listening again after the line broke, in milliseconds. */
const pause = 5000

/** The notices that came since the page was opened, newest first. What is missed while the line is broken is caught up with. */
export function useLive(): readonly Told[] {
  const [told, setTold] = useState<readonly Told[]>([])
  useEffect(() => {
    const stop = new AbortController()
    let since: string | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const begin = async () => {
      try {
        await listen(
          NoticesLiveDocument,
          { since },
          ({ notices }) => {
            since = notices.revision
            const { notice } = notices
            if (notice) setTold((old) => (old.some(({ id }) => id === notice.id) ? old : [notice, ...old]))
          },
          stop.signal,
        )
      } catch (thrown) {
        // A place that is too old to go on from is given up; a session that ended is not begun again.
        if (thrown instanceof Failure && thrown.code === 'UNAUTHENTICATED') return
        if (thrown instanceof Failure) since = null
      }
      if (!stop.signal.aborted) timer = setTimeout(() => void begin(), pause)
    }
    void begin()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [])
  return told
}

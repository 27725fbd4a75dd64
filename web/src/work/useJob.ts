import { useCallback, useEffect, useState } from 'react'
import { ask } from '../api/ask'
import { asFailure, Failure } from '../api/failure'
import {
  CancelJobDocument,
  type JobInput,
  JobProgressDocument,
  type JobState,
  StartJobDocument,
} from '../gql/graphql'

/** A long question as a page follows it. */
export interface FollowedJob {
  id: string
  state: JobState
  done: number
  total: number
}

interface Job {
  job: FollowedJob | null
  failure: Failure | null
  start: (input: JobInput) => void
  /** Stops the job at the hub. */
  cancel: () => void
  clear: () => void
}

/** How often the hub is asked how far a job is, in milliseconds. */
const every = 700

/** Starts a long question and follows it. Leaving the page stops following, and stops the job. */
export function useJob(): Job {
  const [job, setJob] = useState<FollowedJob | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const running = job?.state === 'RUNNING' ? job.id : null
  useEffect(() => {
    if (running === null) return
    const stop = new AbortController()
    const timer = setInterval(() => {
      ask(JobProgressDocument, { id: running }, stop.signal).then(
        ({ job: now }) => {
          if (stop.signal.aborted) return
          setJob(now)
          if (now.state === 'FAILED') setFailure(failed(now.code, now.message))
        },
        (thrown: unknown) => {
          if (stop.signal.aborted) return
          setJob(null)
          setFailure(asFailure(thrown))
        },
      )
    }, every)
    return () => {
      stop.abort()
      clearInterval(timer)
    }
  }, [running])
  useEffect(() => {
    if (running === null) return
    // Whoever leaves the page no longer waits for the answer.
    const leave = () => void ask(CancelJobDocument, { id: running }).catch(() => undefined)
    addEventListener('pagehide', leave)
    return () => removeEventListener('pagehide', leave)
  }, [running])
  const start = useCallback((input: JobInput) => {
    setFailure(null)
    setJob(null)
    ask(StartJobDocument, { input }).then(
      ({ startJob }) => setJob(startJob),
      (thrown: unknown) => setFailure(asFailure(thrown)),
    )
  }, [])
  const cancel = useCallback(() => {
    if (running === null) return
    ask(CancelJobDocument, { id: running }).then(
      ({ cancelJob }) => setJob((old) => old && { ...old, state: cancelJob.state }),
      (thrown: unknown) => setFailure(asFailure(thrown)),
    )
  }, [running])
  const clear = useCallback(() => {
    setJob(null)
    setFailure(null)
  }, [])
  return { job, failure, start, cancel, clear }
}

function failed(code: string | null, message: string | null): Failure {
  return new Failure(code === 'LIMIT_EXCEEDED' ? 'LIMIT_EXCEEDED' : 'INTERNAL', message ?? '')
}

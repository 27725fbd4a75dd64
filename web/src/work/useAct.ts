import { useRef, useState } from 'react'
import { asFailure, type Failure } from '../api/failure'

/** Something the hub is asked to do by one button. */
export interface Act {
  busy: boolean
  failure: Failure | null
  /** Does it under a key that makes it safe to repeat; gives whether it was done. */
  act: (write: (idempotencyKey: string) => Promise<unknown>) => Promise<boolean>
}

/** While it is unknown whether a write arrived, it is repeated under the same key, so that it is never done twice. */
export function useAct(): Act {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const key = useRef<string | null>(null)
  const act: Act['act'] = async (write) => {
    key.current ??= crypto.randomUUID()
    setBusy(true)
    setFailure(null)
    try {
      await write(key.current)
      key.current = null
      return true
    } catch (thrown) {
      const failed = asFailure(thrown)
      if (failed.code !== 'NETWORK' && failed.code !== 'INTERNAL') key.current = null
      setFailure(failed)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, failure, act }
}

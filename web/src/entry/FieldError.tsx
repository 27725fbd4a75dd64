import { createContext, type ReactNode, useContext } from 'react'
import type { Failure } from '../api/failure'
import { Said } from '../language/said/Said'
import parts from '../shell/parts.module.css'

const FailureContext = createContext<Failure | null>(null)

/** Lets the fields of a form show what the hub said of them. */
export function FieldFailures({ failure, children }: { failure: Failure | null; children: ReactNode }) {
  return <FailureContext value={failure}>{children}</FailureContext>
}

/** Whether the field that the API names is this one, or lies within it. */
export function isAbout(named: string | undefined, path: string): boolean {
  if (named === undefined) return false
  const parts = named.split('.')
  if (parts[0] === 'input') parts.shift()
  // The schema names the kind within the details, and the rules of a kind do not.
  if (parts[0] === 'details' && parts.length > 2) parts.splice(1, 1)
  const field = parts.join('.')
  return field === path || field.startsWith(`${path}.`)
}

/** What the hub said of this field; null where it said nothing. */
export function useFieldFailure(path: string): string | null {
  const failure = useContext(FailureContext)
  return failure && isAbout(failure.field, path) ? failure.said || failure.code : null
}

/** The hub's words beside the field they are about. `id` is what the field is described by. */
export function FieldError({ id, path }: { id: string; path: string }) {
  const said = useFieldFailure(path)
  if (said === null) return null
  return (
    <span id={id} className={parts.fieldError} role="alert">
      <Said sentence={said} />
    </span>
  )
}

/** The closed list of codes the API gives, and NETWORK for when nothing answered. */
export type FailureCode =
  | 'UNAUTHENTICATED'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'STEP_UP_REQUIRED'
  | 'PURPOSE_REQUIRED'
  | 'GATE_CLOSED'
  | 'LIMIT_EXCEEDED'
  | 'INTERNAL'
  | 'NETWORK'

const codes: readonly FailureCode[] = [
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
  'STEP_UP_REQUIRED',
  'PURPOSE_REQUIRED',
  'GATE_CLOSED',
  'LIMIT_EXCEEDED',
  'INTERNAL',
  'NETWORK',
]

/** What went wrong with one question to the hub. `said` is the hub's own public words. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly said: string
  readonly field: string | undefined
  /** For INTERNAL: what to quote when asking for help. */
  readonly requestId: string | undefined

  constructor(code: FailureCode, said: string, field?: string, requestId?: string) {
    super(`${code}: ${said}`)
    this.name = 'Failure'
    this.code = code
    this.said = said
    this.field = field
    this.requestId = requestId
  }
}

interface WireError {
  message?: unknown
  extensions?: { code?: unknown; field?: unknown; requestId?: unknown }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Reads one entry of a GraphQL answer's `errors`. An unknown code is INTERNAL. */
export function failureOf(error: WireError): Failure {
  const { code, field, requestId } = error.extensions ?? {}
  const known = codes.find((c) => c === code) ?? 'INTERNAL'
  return new Failure(known, text(error.message) ?? '', text(field), text(requestId))
}

/** Turns whatever was thrown into a Failure. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown
  return new Failure('NETWORK', '')
}

import { hashed } from '../canvas/place'

type Listener = () => void
const listeners = new Set<Listener>()
const shelf = 'entente.privacy'

/** What codes are drawn from: another in every session, so that no code can be tried against names. */
function salt(): string {
  try {
    return sessionStorage.getItem(shelf) ?? ''
  } catch {
    return ''
  }
}

/** Whether names are turned into codes, for this browser tab until it is closed. */
export function hidesNames(): boolean {
  return salt() !== ''
}

/** Begins or ends it, and tells every listener. */
export function hideNames(on: boolean): void {
  if (on) sessionStorage.setItem(shelf, crypto.randomUUID())
  else sessionStorage.removeItem(shelf)
  for (const listener of listeners) listener()
}

export function onPrivacy(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A code in place of a name: the initials of what it is the name of, and four characters that stay the same for a session. */
export function codeFor(of: string, kind: unknown): string {
  const initials = typeof kind === 'string' ? kind.replace(/([A-Z])[A-Z]*_?/g, '$1') : 'X'
  const drawn = Math.floor(hashed(`${salt()} ${of}`) * 36 ** 4)
  return `${initials}-${drawn.toString(36).toUpperCase().padStart(4, '0')}`
}

/** Words that officers wrote and a page only shows: a code in place of them where names are hidden. */
export function veiled(words: string): string {
  return hidesNames() ? codeFor(words, undefined) : words
}

/**
 * An answer with codes in place of labels; it is changed in place. Nothing else
 * is: a form would hand back the code of what it was given.
 */
export function coded<T>(answer: T): T {
  const look = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return
    const thing = value as Record<string, unknown>
    const { id, kind, label } = thing
    if (typeof label === 'string') thing.label = codeFor(typeof id === 'string' ? id : label, kind)
    Object.values(thing).forEach(look)
  }
  look(answer)
  return answer
}

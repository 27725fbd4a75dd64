import type { Contents } from './contents'

/** What is on the canvas, with what was there before each change and after each undo. */
export interface History {
  past: readonly Contents[]
  present: Contents
  future: readonly Contents[]
}

/** How many steps back are kept. */
const depth = 100

export function begun(present: Contents): History {
  return { past: [], present, future: [] }
}

/** A change; one that changes nothing is no step. */
export function changed(history: History, next: Contents): History {
  if (next === history.present) return history
  return { past: [...history.past, history.present].slice(-depth), present: next, future: [] }
}

export function undone(history: History): History {
  const last = history.past.at(-1)
  if (!last) return history
  return { past: history.past.slice(0, -1), present: last, future: [history.present, ...history.future] }
}

export function redone(history: History): History {
  const [next, ...rest] = history.future
  if (!next) return history
  return { past: [...history.past, history.present], present: next, future: rest }
}

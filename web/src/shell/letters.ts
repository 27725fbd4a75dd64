import { keep, kept } from './kept'

type Listener = () => void
const listeners = new Set<Listener>()
let act = kept('letters') !== 'off'

/**
 * Whether shortcuts of one character and no modifier act. Who speaks to the page, or
 * hits keys unawares, turns them off (WCAG 2.2, 2.1.4); this browser keeps it.
 */
export function lettersAct(): boolean {
  return act
}

export function letLettersAct(on: boolean): void {
  act = on
  keep('letters', on ? 'on' : 'off')
  for (const listener of listeners) listener()
}

export function onLetters(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

import { useEffect, useState } from 'react'
import type { Trip } from './travel'

/** How long one leg takes to be shown, in milliseconds. */
const legTime = 1400

/** Where the showing of a route stands. */
export interface Route {
  /** Which leg is shown; null before it begins. */
  step: number | null
  /** How much of that leg is done, from 0 to 1. */
  done: number
  playing: boolean
  play: (on: boolean) => void
  go: (step: number) => void
}

/** Whether the reader asked for no motion; then a route is gone through step by step. */
export function stillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** Goes through journeys one after the other. Other journeys begin it anew. */
export function useRoute(trips: readonly Trip[]): Route {
  const key = trips.map((trip) => trip.id).join(' ')
  const [state, setState] = useState({ key, step: null as number | null, done: 0, playing: false })
  const now = state.key === key ? state : { key, step: null, done: 0, playing: false }
  const { playing } = now
  const last = trips.length - 1
  useEffect(() => {
    if (!playing) return
    let before = performance.now()
    let frame = 0
    const tick = (at: number) => {
      const part = Math.max(0, at - before) / legTime
      before = at
      setState((was) => advanced(was, part, last))
      frame = requestAnimationFrame(tick)
    }
    frame = requestAnimationFrame(tick)
    return () => cancelAnimationFrame(frame)
  }, [playing, last])
  const go = (step: number) =>
    setState({ key, step: Math.max(0, Math.min(last, step)), done: stillness() ? 1 : 0, playing: false })
  const play = (on: boolean) => {
    const over = now.step === null || (now.step === last && now.done >= 1)
    setState({ key, step: over ? 0 : now.step, done: over ? 0 : now.done, playing: on })
  }
  return { step: now.step, done: now.done, playing, play, go }
}

/** A little further: into the next leg at the end of one, and to rest at the end of all. */
export function advanced<S extends { step: number | null; done: number; playing: boolean }>(
  state: S,
  part: number,
  last: number,
): S {
  const { step, done, playing } = state
  if (step === null || !playing) return state
  if (done + part < 1) return { ...state, done: done + part }
  return step < last ? { ...state, step: step + 1, done: 0 } : { ...state, done: 1, playing: false }
}

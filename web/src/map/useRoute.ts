import { useEffect, useState } from 'react'

/** How long one step takes to be shown at the speed 1, in milliseconds. */
const stepTime = 1400

/** How many times as fast a route may be shown. */
export const speeds = [0.5, 1, 2, 4, 8, 32] as const

/** Where the showing of a route stands. */
export interface Route {
  /** Which step is shown; null before it begins. */
  step: number | null
  /** How much of that step is done, from 0 to 1. */
  done: number
  playing: boolean
  speed: number
  setSpeed: (speed: number) => void
  play: (on: boolean) => void
  go: (step: number) => void
  /** Shows nothing of it any more. */
  end: () => void
}

/** Whether the reader asked for no motion; then a route is gone through step by step. */
export function stillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** Goes through steps, as journeys or payments, one after the other. Other steps begin it anew. */
export function useRoute(steps: readonly { id: string }[]): Route {
  const key = steps.map(({ id }) => id).join(' ')
  const begin = { key, step: null as number | null, done: 0, playing: false }
  const [state, setState] = useState(begin)
  const [speed, setSpeed] = useState(1)
  const now = state.key === key ? state : begin
  const { playing } = now
  const last = steps.length - 1
  useEffect(() => {
    if (!playing) return
    let before = performance.now()
    let frame = 0
    const tick = (at: number) => {
      const part = (Math.max(0, at - before) * speed) / stepTime
      before = at
      setState((was) => advanced(was, part, last))
      frame = requestAnimationFrame(tick)
    }
    frame = requestAnimationFrame(tick)
    return () => cancelAnimationFrame(frame)
  }, [playing, last, speed])
  const go = (step: number) =>
    setState({ key, step: Math.max(0, Math.min(last, step)), done: stillness() ? 1 : 0, playing: false })
  const play = (on: boolean) => {
    const over = now.step === null || (now.step === last && now.done >= 1)
    setState({ key, step: over ? 0 : now.step, done: over ? 0 : now.done, playing: on })
  }
  const end = () => setState(begin)
  return { step: now.step, done: now.done, playing, speed, setSpeed, play, go, end }
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

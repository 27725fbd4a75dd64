import { useEffect, useMemo, useState } from 'react'

/** How long one step takes to be shown at the speed 1, in milliseconds. */
const stepTime = 1400

/** How many times as fast a route may be shown. */
export const speeds = [0.5, 1, 2, 4, 8, 32] as const

/** How much of the step that is shown is done, from 0 to 1. It changes with every frame, and only who follows it is made anew. */
export class Progress {
  private done = 0
  private readonly listeners = new Set<() => void>()

  readonly read = (): number => this.done

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  set(done: number): void {
    this.done = done
    for (const listener of this.listeners) listener()
  }
}

/** Where the showing of a route stands. */
export interface Route {
  /** Which step is shown; null before it begins. */
  step: number | null
  progress: Progress
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
  const key = useMemo(() => steps.map(({ id }) => id).join(' '), [steps])
  const begin = { key, step: null as number | null, playing: false }
  const [state, setState] = useState(begin)
  const [progress] = useState(() => new Progress())
  const [speed, setSpeed] = useState(1)
  const now = state.key === key ? state : begin
  const { step, playing } = now
  const last = steps.length - 1
  useEffect(() => {
    if (!playing) return
    let before = performance.now()
    let frame = 0
    const tick = (at: number) => {
      const part = (Math.max(0, at - before) * speed) / stepTime
      before = at
      const was = { step, done: progress.read(), playing }
      const next = advanced(was, part, last)
      progress.set(next.done)
      // The next step has frames of its own.
      if (next.step !== step || !next.playing) setState({ key, step: next.step, playing: next.playing })
      else frame = requestAnimationFrame(tick)
    }
    frame = requestAnimationFrame(tick)
    return () => cancelAnimationFrame(frame)
  }, [playing, step, key, last, speed, progress])
  const go = (to: number) => {
    progress.set(stillness() ? 1 : 0)
    setState({ key, step: Math.max(0, Math.min(last, to)), playing: false })
  }
  const play = (on: boolean) => {
    const over = step === null || (step === last && progress.read() >= 1)
    if (over) progress.set(0)
    setState({ key, step: over ? 0 : step, playing: on })
  }
  const end = () => setState(begin)
  return { step, progress, playing, speed, setSpeed, play, go, end }
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

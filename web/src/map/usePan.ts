import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react'
import { height, width } from './world'

/** What is seen of a map: how near it is, and what lies in its middle, in its own units. */
export interface Seen {
  near: number
  at: readonly [number, number]
}

const [nearest, farthest] = [16, 0.4]
const step = 1.6
export const whole: Seen = { near: 1, at: [width / 2, height / 2] }

/** Nearer or farther, about the middle. */
export function zoomed({ near, at }: Seen, nearer: boolean): Seen {
  return { near: Math.max(farthest, Math.min(nearest, nearer ? near * step : near / step)), at }
}

/** Moved by parts of what is seen, not farther than half a map beyond it. */
export function moved({ near, at: [x, y] }: Seen, right: number, down: number): Seen {
  const within = (value: number, size: number) => Math.max(-size / 2, Math.min(1.5 * size, value))
  return { near, at: [within(x + (right * width) / near, width), within(y + (down * height) / near, height)] }
}

/** How far an arrow key, or its button, goes: parts of what is seen to the right and down. */
export const arrows = {
  ArrowUp: [0, -0.2],
  ArrowLeft: [-0.2, 0],
  ArrowRight: [0.2, 0],
  ArrowDown: [0, 0.2],
} as const

/** A drag of less than this, in pixels, is a click. */
const still = 4

/**
 * Moves and zooms a map: by drawing it with a pointer, and with arrow keys, + and − while it has the focus. Another
 * `shown` is another map, seen about its middle
 * and as near as before. `scale` is how many pixels a unit of the map takes when it is seen whole.
 */
export function usePan(shown: string, scale: number) {
  const [seen, setSeen] = useState<Seen & { shown: string }>({ ...whole, shown })
  const now: Seen = seen.shown === shown ? seen : { ...whole, near: seen.near }
  const set = (next: Seen) => setSeen({ ...next, shown })
  const drag = useRef<{ x: number; y: number; from: Seen; drawn: boolean } | null>(null)
  const dragged = useRef(false)
  const keys = {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const arrow = Object.entries(arrows).find(([key]) => key === event.key)?.[1]
      if (arrow) set(moved(now, arrow[0], arrow[1]))
      else if (event.key === '+' || event.key === '-') set(zoomed(now, event.key === '+'))
      else return
      event.preventDefault()
      event.stopPropagation()
    },
  }
  const pointer = {
    onPointerDown: ({ clientX: x, clientY: y, button }: PointerEvent) => {
      dragged.current = false
      if (button === 0) drag.current = { x, y, from: now, drawn: false }
    },
    onPointerMove: ({ clientX, clientY, buttons, pointerId, currentTarget }: PointerEvent<SVGSVGElement>) => {
      // A button let go elsewhere ends it too.
      if (buttons === 0) drag.current = null
      const held = drag.current
      if (!held) return
      const [right, down] = [clientX - held.x, clientY - held.y]
      if (!held.drawn && Math.hypot(right, down) < still) return
      // Not before: what is captured is not clicked.
      if (!held.drawn) currentTarget.setPointerCapture(pointerId)
      held.drawn = true
      set(moved(held.from, -right / (scale * width), -down / (scale * height)))
    },
    onPointerUp: () => {
      dragged.current = drag.current?.drawn ?? false
      drag.current = null
    },
    onPointerCancel: () => {
      drag.current = null
    },
    // Where a drag ends nothing is chosen.
    onClickCapture: (event: MouseEvent) => {
      if (dragged.current) event.stopPropagation()
      dragged.current = false
    },
  }
  return { seen: now, set, keys, pointer }
}

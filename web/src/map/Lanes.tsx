import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { useTheme } from '../shell/ThemeProvider'
import { type Histogram, noBins, ticksOf } from './bins'
import type { Stretch } from './dated'
import styles from './lanes.module.css'
import { inksOf, laneHeight, paintLanes } from './paintLanes'
import { useWidth } from './useWidth'

interface Props {
  /** The lanes that are shown, from above, each with its name. */
  lanes: readonly { key: string; name: string }[]
  histogram: Histogram
  /** The time that is shown. */
  stretch: Stretch
  /** The time that is chosen, within what is shown; null where none is. */
  chosen: Stretch | null
  /** How many in each lane are in the chosen time. */
  counts: ReadonlyMap<string, number>
  /** The moment that is played. */
  now: number | null
  onChoose: (stretch: Stretch, lane: string | null) => void
  onLane: (lane: string) => void
}

/** Everything dated, a lane for each kind or thing. A pointer draws a time over them; the fields for dates, the lanes' names and the list do the same by keyboard. */
export function Lanes({ lanes, histogram, stretch, chosen, counts, now, onChoose, onLane }: Props) {
  const { day, number } = useSpeech()
  const words = useWork().time
  const { shown: theme } = useTheme()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [width, watch] = useWidth()
  const [from, until] = stretch
  const at = (time: number) => Math.max(0, Math.min(1, (time - from) / (until - from)))
  const ticks = useMemo(
    () => ticksOf([from, until], Math.max(2, Math.floor(width / 64))),
    [from, until, width],
  )
  useEffect(() => {
    if (!canvas.current || width === 0 || !theme) return
    const bins = lanes.map(({ key }) => histogram.lanes.get(key) ?? noBins)
    const marks = ticks.map((tick) => (tick.at - from) / (until - from))
    // A theme just chosen is on the page a moment later.
    const frame = requestAnimationFrame(() => {
      if (canvas.current) paintLanes(canvas.current, bins, marks, inksOf(canvas.current))
    })
    return () => cancelAnimationFrame(frame)
  }, [histogram, lanes, ticks, from, until, width, theme])
  const parts = histogram.lanes.values().next().value?.sure.length ?? 1
  const held = (lane: string) => number(counts.get(lane) ?? 0)
  const label = fill(words.drawn, {
    from: day(new Date(from).toISOString()),
    until: day(new Date(until - 1).toISOString()),
    lanes: lanes.map(({ key, name }) => `${name} ${held(key)}`).join(', '),
  })
  return (
    <div className={styles.lanes}>
      <div className={styles.axis} aria-hidden>
        <span className={styles.zone}>UTC</span>
        <div className={styles.ticks}>
          {ticks.map((tick) => (
            <span key={tick.at} style={{ left: `${100 * at(tick.at)}%` }}>
              {tick.date.length > 10 ? tick.date.slice(11) : day(tick.date)}
            </span>
          ))}
        </div>
      </div>
      <div className={styles.names}>
        {lanes.map(({ key, name }) => (
          <button
            key={key}
            type="button"
            style={{ height: laneHeight }}
            title={name}
            aria-label={fill(words.lane, { lane: name, n: held(key) })}
            onClick={() => onLane(key)}
          >
            <span>{name}</span>
            <span>{held(key)}</span>
          </button>
        ))}
      </div>
      <Brush
        watch={watch}
        parts={parts}
        chosen={chosen && [at(chosen[0]), at(chosen[1])]}
        onDrawn={(first, last, high) => {
          const size = until - from
          onChoose(
            [from + first * size, from + last * size],
            high === null ? null : (lanes[Math.floor(high / laneHeight)]?.key ?? null),
          )
        }}
      >
        <canvas ref={canvas} style={{ height: lanes.length * laneHeight }} role="img" aria-label={label}>
          {words.list}
        </canvas>
        {now !== null && <i className={styles.now} style={{ left: `${100 * at(now)}%` }} />}
      </Brush>
    </div>
  )
}

interface BrushProps {
  watch: (element: HTMLElement | null) => (() => void) | undefined
  /** How many parts the width has; one that is pressed is drawn whole. */
  parts: number
  /** Parts of the width; null where nothing is chosen. */
  chosen: readonly [number, number] | null
  /** A time was drawn, or with how high one part of it was pressed. */
  onDrawn: (first: number, last: number, high: number | null) => void
  children: React.ReactNode
}

/** Draws a time from side to side; what lies below is not drawn anew meanwhile. */
function Brush({ watch, parts, chosen, onDrawn, children }: BrushProps) {
  const [drawn, setDrawn] = useState<readonly [number, number] | null>(null)
  const place = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return Math.max(0, Math.min(1, (event.clientX - box.left) / box.width))
  }
  const end = (event: PointerEvent<HTMLElement>) => {
    if (!drawn) return
    setDrawn(null)
    const [first, last] = [Math.min(...drawn), Math.max(...drawn)]
    if (last - first >= 0.005) return onDrawn(first, last, null)
    const part = Math.min(parts - 1, Math.floor(first * parts))
    const high = event.clientY - event.currentTarget.getBoundingClientRect().top
    onDrawn(part / parts, (part + 1) / parts, high)
  }
  const shown = drawn ?? chosen
  const [left, right] = shown ? [Math.min(...shown), Math.max(...shown)] : [0, 0]
  return (
    <div
      className={styles.brush}
      ref={watch}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrawn([place(event), place(event)])
      }}
      onPointerMove={(event) => drawn && setDrawn([drawn[0], place(event)])}
      onPointerUp={end}
      onPointerCancel={() => setDrawn(null)}
    >
      {children}
      {shown && (
        <i className={styles.chosen} style={{ left: `${100 * left}%`, width: `${100 * (right - left)}%` }} />
      )}
    </div>
  )
}

import { useMemo } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import styles from './map.module.css'
import { spans, type Trip } from './travel'

const [width, height, n] = [960, 70, 80]

interface Props {
  trips: readonly Trip[]
  chosen: ReadonlySet<string>
  moving: Trip | null
  onSpan: (trips: readonly Trip[]) => void
}

/** How many journeys began when. A pointer marks those of a bar; the list beside it says the same in words. */
export function Timeline({ trips, chosen, moving, onSpan }: Props) {
  const { text, day, count } = useSpeech()
  const found = useMemo(() => spans(trips, n), [trips])
  if (!found) return null
  const { first, last, bars } = found
  const most = Math.max(1, ...bars.map((bar) => bar.length))
  const dayOf = (at: number) => day(new Date(at).toISOString())
  const at = moving?.at ?? null
  const x = at === null || last === first ? 0 : ((at - first) / (last - first)) * width
  const label = fill(text.map.timeline, {
    journeys: count(text.map.journeys, bars.flat().length),
    from: dayOf(first),
    until: dayOf(last),
  })
  return (
    <figure className={styles.timeline}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list and the period's fields do the same by keyboard */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          const i = Math.floor(((event.clientX - box.left) / box.width) * n)
          onSpan(bars[Math.max(0, Math.min(n - 1, i))] ?? [])
        }}
      >
        <line className={styles.axis} x1={0} x2={width} y1={height - 1} y2={height - 1} />
        {bars.map((bar, i) => {
          const tall = (bar.length / most) * (height - 8)
          const on = bar.some(({ id }) => chosen.has(id))
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
              key={i}
              className={on ? styles.barOn : styles.bar}
              x={(i * width) / n + 1}
              width={width / n - 2}
              y={height - 1 - tall}
              height={tall}
            />
          )
        })}
        {at !== null && <line className={styles.now} x1={x} x2={x} y1={0} y2={height} />}
      </svg>
      <figcaption>
        <span>{dayOf(first)}</span>
        <span>{dayOf(last)}</span>
      </figcaption>
    </figure>
  )
}

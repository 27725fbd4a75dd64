import { useId, useMemo } from 'react'
import { useAnnounce } from '../canvas/Announcer'
import { useCanvas, useCanvasStore } from '../canvas/CanvasMemory'
import type { PlanShown } from '../canvas/CanvasStore'
import styles from '../canvas/canvas.module.css'
import { ThingButton } from '../canvas/ThingButton'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import { victimsIn } from './fall'

/** How many are named in a list; the drawing and the table have all. */
const named = 100

/** Takes the targets of a plan out of the drawing one after the other, and says into what the rest falls. */
export default function PlanBar({ plan }: { plan: PlanShown }) {
  const { count, number } = useSpeech()
  const words = useWork().disruption
  const store = useCanvasStore()
  const announce = useAnnounce()
  const { folded } = useCanvas('folded')
  const slider = useId()
  const { targets, step } = plan
  const { pieces } = store.fallen(folded, targets, step)
  const [largest] = pieces
  const cutOff = useMemo(() => victimsIn(folded, pieces.slice(1).flat()), [folded, pieces])
  const whole = folded.things.size
  const said = (n: number) => count(words.afterSteps, n)
  const go = (to: number) => {
    store.set({ plan: { targets, step: to } })
    announce(`${said(to)}: ${count(words.left, store.fallen(folded, targets, to).pieces.length)}`)
  }
  return (
    <div className={styles.markedBar} role="toolbar" aria-label={words.fall}>
      <label className={styles.check} htmlFor={slider}>
        <strong>{said(step)}</strong>
        <input
          id={slider}
          type="range"
          min={0}
          max={targets.length}
          step={1}
          value={step}
          aria-valuetext={said(step)}
          onChange={(event) => go(event.target.valueAsNumber)}
        />
      </label>
      <button type="button" className={parts.quiet} disabled={step === 0} onClick={() => go(step - 1)}>
        {words.stepBack}
      </button>
      <button
        type="button"
        className={parts.quiet}
        disabled={step === targets.length}
        onClick={() => go(step + 1)}
      >
        {words.stepOn}
      </button>
      <span>
        {count(words.left, pieces.length)} ·{' '}
        {fill(words.largestOf, { n: number(largest?.length ?? 0), all: number(whole) })}
        {cutOff.length > 0 && ' · '}
        {cutOff.length > 0 && (
          <span className={parts.strict}>{count(words.safeguardApart, cutOff.length)}</span>
        )}
      </span>
      <Things title={words.targets} things={targets} struck={step} />
      {cutOff.length > 0 && <Things title={words.whoSafeguard} things={cutOff} />}
      <button type="button" className={parts.quiet} onClick={() => store.set({ plan: null })}>
        {words.fallOver}
      </button>
    </div>
  )
}

interface ThingsProps {
  title: string
  /** Ids of records on the canvas, or not there. */
  things: readonly string[]
  /** How many of them, from the first, are taken out. */
  struck?: number
}

/** Things by name; one that is chosen is selected on the canvas. */
function Things({ title, things, struck = 0 }: ThingsProps) {
  const { folded } = useCanvas('folded')
  const shown = things.slice(0, named).map((record) => folded.things.get(folded.thingOf.get(record) ?? ''))
  return (
    <details className={styles.listed}>
      <summary>{title}</summary>
      <ol className={styles.communities}>
        {shown.map(
          (thing, i) =>
            thing && (
              <li key={thing.id}>
                <ThingButton thing={thing} struck={i < struck} />
              </li>
            ),
        )}
      </ol>
    </details>
  )
}

import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { onAnswer } from '../api/ask'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { keep, kept } from '../shell/kept'
import { usePrivacy } from '../shell/PrivacyButton'
import parts from '../shell/parts.module.css'
import { Findings } from './Findings'
import {
  foundIn,
  leftOut,
  nextOf,
  nothingFound,
  readDone,
  readFound,
  type StepName,
  shownBy,
  steps,
} from './steps'
import { useTourTexts } from './texts'
import styles from './tour.module.css'

interface Props {
  /** Opened just now by its button, which has gone: the panel takes the focus. Not when a page is loaded. */
  opened: boolean
  /** Told what had the focus before it came into the panel; null where that is not known. */
  onLeave: (focused: HTMLElement | null) => void
}

/** The steps done and what they found, by the hub's answers, and those skipped; kept in this browser. */
function useProgress() {
  const [done, setDone] = useState(() => readDone(kept('tour.done')))
  const [passed, setPassed] = useState(() => readDone(kept('tour.skipped')))
  const [found, setFound] = useState(() => readFound(kept('tour.found')))
  useEffect(
    () =>
      onAnswer((answer) => {
        setDone((old) => readDone([...old, ...shownBy(answer)].join(',')))
        setFound((old) => foundIn(answer, old))
      }),
    [],
  )
  useEffect(() => keep('tour.done', done.join(',')), [done])
  useEffect(() => keep('tour.skipped', passed.join(',')), [passed])
  useEffect(() => keep('tour.found', JSON.stringify(found)), [found])
  const restart = () => {
    setDone([])
    setPassed([])
    setFound(nothingFound)
  }
  const skip = (name: StepName) => setPassed((old) => [...old, name])
  const unskip = () => setPassed([])
  return { done, skipped: leftOut(done, passed), found, restart, skip, unskip }
}

/** The guided tour: which step is next, which the hub's answers have shown to be done, and at the end what was found. */
export default function TourPanel({ opened, onLeave }: Props) {
  const words = useTourTexts()
  const { count } = useSpeech()
  const { done, skipped, found, restart, skip, unskip } = useProgress()
  const privacy = usePrivacy()
  const panel = useRef<HTMLElement>(null)
  const before = useRef<HTMLElement | null>(null)
  useEffect(() => {
    if (opened) panel.current?.focus()
  }, [opened])
  const [folded, setFolded] = useState(false)
  const step = nextOf(done, skipped)
  const skipThis = (name: StepName) => {
    skip(name)
    // The button goes with the last step.
    if (!nextOf(done, [...skipped, name])) panel.current?.focus()
  }
  const end = skipped.length === 0 ? words.end : count(words.endSkipped, skipped.length)
  return (
    <section
      ref={panel}
      className={folded ? `${styles.tour} ${styles.folded}` : styles.tour}
      data-tour
      aria-label={words.title}
      tabIndex={-1}
      onFocus={({ relatedTarget }) => {
        if (relatedTarget instanceof HTMLElement && !panel.current?.contains(relatedTarget))
          before.current = relatedTarget
      }}
    >
      <div className={styles.said} role="status">
        <strong>
          {step
            ? fill(words.step, {
                n: steps.indexOf(step) + 1,
                all: steps.length,
                name: words.steps[step.name],
              })
            : end}
        </strong>{' '}
        <span className={styles.how}>{step ? words.how[step.name] : words.found}</span>
      </div>
      <button
        type="button"
        className={`${parts.button} ${styles.fold}`}
        aria-expanded={!folded}
        onClick={() => setFolded(!folded)}
      >
        {folded ? words.unfold : words.fold}
      </button>
      <div className={`${parts.row} ${styles.does}`}>
        {step && (
          <Link
            className={parts.primary}
            href={step.path}
            onClick={() => {
              setFolded(true)
              document.getElementById('page')?.focus()
            }}
          >
            {words.go}
          </Link>
        )}
        {step && (
          <button type="button" className={parts.button} onClick={() => skipThis(step.name)}>
            {words.skip}
          </button>
        )}
        {!step && skipped.length > 0 && (
          <button type="button" className={parts.button} onClick={unskip}>
            {words.unskip}
          </button>
        )}
        <button type="button" className={parts.button} onClick={restart}>
          {words.restart}
        </button>
        <button type="button" className={parts.button} onClick={() => onLeave(before.current)}>
          {words.leave}
        </button>
      </div>
      {!step && <Findings key={String(privacy)} found={found} />}
      <details className={styles.all} open={matchMedia('(min-width: 64rem)').matches}>
        <summary>{words.all}</summary>
        <ol className={styles.steps}>
          {steps.map(({ name }) => (
            <li key={name} aria-current={name === step?.name ? 'step' : undefined}>
              {words.steps[name]}
              {done.includes(name) && ` ✓ ${words.done}`}
              {skipped.includes(name) && ` – ${words.skipped}`}
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}

import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { onAnswer } from '../api/ask'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { keep, kept } from '../shell/kept'
import parts from '../shell/parts.module.css'
import { readDone, shownBy, steps } from './steps'
import { tourTexts } from './texts'
import styles from './tour.module.css'

interface Props {
  /** Opened just now by its button, which has gone: the panel takes the focus. Not when a page is loaded. */
  opened: boolean
  onLeave: () => void
}

/** The guided tour: which step is next, and which the hub's answers have shown to be done. */
export default function TourPanel({ opened, onLeave }: Props) {
  const { language } = useSpeech()
  const words = tourTexts[language]
  const [done, setDone] = useState(() => readDone(kept('tour.done')))
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (opened) panel.current?.focus()
  }, [opened])
  useEffect(
    () => onAnswer((answer) => setDone((old) => readDone([...old, ...shownBy(answer)].join(',')))),
    [],
  )
  useEffect(() => keep('tour.done', done.join(',')), [done])
  const at = steps.findIndex(({ name }) => !done.includes(name))
  const step = steps[at]
  return (
    <section ref={panel} className={styles.tour} aria-label={words.title} tabIndex={-1}>
      <div className={styles.said} role="status">
        <strong>
          {step
            ? fill(words.step, { n: at + 1, all: steps.length, name: words.steps[step.name] })
            : words.end}
        </strong>{' '}
        {step ? words.how[step.name] : words.found}
      </div>
      <div className={parts.row}>
        {step && (
          <Link className={parts.primary} href={step.path}>
            {words.go}
          </Link>
        )}
        {!step &&
          words.ends.map(([path, name]) => (
            <Link key={path} href={path}>
              {name}
            </Link>
          ))}
        <button type="button" className={parts.button} onClick={() => setDone([])}>
          {words.restart}
        </button>
        <button type="button" className={parts.button} onClick={onLeave}>
          {words.leave}
        </button>
      </div>
      <ol className={styles.steps}>
        {steps.map(({ name }) => (
          <li key={name} aria-current={name === step?.name ? 'step' : undefined}>
            {words.steps[name]}
            {done.includes(name) && ` ✓ ${words.done}`}
          </li>
        ))}
      </ol>
    </section>
  )
}

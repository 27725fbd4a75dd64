import { useEffect } from 'react'
import { useAnnounce } from '../canvas/Announcer'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import { type Route, speeds, stillness } from './useRoute'

interface Props {
  route: Route
  /** How many steps there are. */
  steps: number
  title: string
  /** The step shown now, in words; empty before the first. */
  said: string
}

/** Goes through steps one after the other; each is read out. */
export function Player({ route, steps, title, said }: Props) {
  const { text, number } = useSpeech()
  const { map: words, time } = useWork()
  const { speed } = time
  const announce = useAnnounce()
  useEffect(() => {
    if (said !== '') announce(said)
  }, [said, announce])
  const none = steps === 0
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a row
    <div className={parts.row} role="group" aria-label={title}>
      <strong>{title}</strong>
      <button
        type="button"
        className={parts.button}
        disabled={none || (route.step ?? 0) === 0}
        onClick={() => route.go((route.step ?? 0) - 1)}
      >
        {words.previous}
      </button>
      {!stillness() && (
        <>
          <button
            type="button"
            className={parts.button}
            disabled={none}
            onClick={() => route.play(!route.playing)}
          >
            {route.playing ? words.pause : words.play}
          </button>
          <select
            className={parts.select}
            aria-label={speed}
            value={route.speed}
            onChange={(event) => route.setSpeed(Number(event.target.value))}
          >
            {speeds.map((one) => (
              <option key={one} value={one}>
                {fill('× {n}', { n: number(one) })}
              </option>
            ))}
          </select>
        </>
      )}
      <button
        type="button"
        className={parts.button}
        disabled={none || route.step === steps - 1}
        onClick={() => route.go(route.step === null ? 0 : route.step + 1)}
      >
        {words.next}
      </button>
      {route.step !== null && (
        <button type="button" className={parts.quiet} onClick={route.end}>
          {text.shell.close}
        </button>
      )}
      <span className={parts.hint}>{said}</span>
    </div>
  )
}

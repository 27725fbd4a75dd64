import { useLayoutEffect, useRef, useState } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { Disclosure } from '../shell/Disclosure'
import styles from './canvas.module.css'

export interface ToolProps {
  label: string
  sign?: string
  disabled?: boolean
  /** For a tool that stays on until it has been used. */
  pressed?: boolean
  onPress: () => void
}

/** Tools in one row, as many as there is room for; the others behind a button at its end. */
export function FittingTools({ tools }: { tools: readonly ToolProps[] }) {
  const { text, language } = useSpeech()
  const row = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(tools.length)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each language has names of other lengths
  useLayoutEffect(() => {
    const place = row.current
    if (!place) return
    const measure = () => {
      const end = place.getBoundingClientRect().right
      setRoom([...place.children].filter((one) => one.getBoundingClientRect().right <= end).length)
    }
    const watch = new ResizeObserver(measure)
    watch.observe(place)
    measure()
    return () => watch.disconnect()
  }, [language, tools.length])
  return (
    <>
      {/* All are there to be measured; those without room are seen and reached in the list alone. */}
      <div className={styles.row} ref={row}>
        {tools.map((tool, at) => (
          <Tool key={tool.label} tool={tool} hidden={at >= room} />
        ))}
      </div>
      {room < tools.length && (
        <Disclosure name={text.canvas.more} left>
          {tools.slice(room).map((tool) => (
            <Tool key={tool.label} tool={{ ...tool, sign: undefined }} />
          ))}
        </Disclosure>
      )}
    </>
  )
}

function Tool({ tool, hidden }: { tool: ToolProps; hidden?: boolean }) {
  const { label, sign, disabled, pressed, onPress } = tool
  return (
    <button
      type="button"
      className={styles.tool}
      style={hidden ? { visibility: 'hidden' } : undefined}
      aria-label={sign ? label : undefined}
      title={sign ? label : undefined}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
    >
      {sign ?? label}
    </button>
  )
}

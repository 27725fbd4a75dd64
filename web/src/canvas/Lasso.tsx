import { type PointerEvent, useState } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import styles from './canvas.module.css'
import type { Point } from './place'

/** Lies over the drawing while a line is drawn round things. The table marks the same without a pointer. */
export default function Lasso({ onDrawn }: { onDrawn: (line: readonly Point[]) => void }) {
  const { text } = useSpeech()
  const [line, setLine] = useState<readonly Point[]>([])
  const at = (event: PointerEvent<SVGSVGElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  return (
    <svg
      className={styles.lasso}
      role="img"
      aria-label={text.canvas.lassoHint}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setLine([at(event)])
      }}
      onPointerMove={(event) => line.length > 0 && setLine([...line, at(event)])}
      onPointerUp={() => {
        if (line.length === 0) return // the line began before this lay over the drawing
        onDrawn(line)
        setLine([])
      }}
      onPointerCancel={() => setLine([])}
    >
      <polygon points={line.map(({ x, y }) => `${x},${y}`).join(' ')} />
    </svg>
  )
}

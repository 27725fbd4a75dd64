import { Kind } from '../kinds/Kind'
import { recordKinds } from '../kinds/look'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import { useCanvas } from './CanvasMemory'
import styles from './canvas.module.css'

/** What the signs mean, with how many of each are there. */
export function Legend() {
  const { text, number } = useSpeech()
  const { folded } = useCanvas()
  const counts = new Map<string, number>()
  for (const thing of folded.things.values()) counts.set(thing.kind, (counts.get(thing.kind) ?? 0) + 1)
  return (
    <div className={styles.selection}>
      <ul className={styles.legend}>
        {recordKinds.map((kind) => (
          <li key={kind}>
            <Kind kind={kind} />
            <span className={styles.number}>{number(counts.get(kind) ?? 0)}</span>
          </li>
        ))}
      </ul>
      <h3>{text.canvas.keys}</h3>
      <p className={parts.hint}>{text.canvas.keysText}</p>
      <p className={parts.hint}>{text.canvas.region}</p>
    </div>
  )
}

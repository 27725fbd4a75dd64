import { Kind } from '../kinds/Kind'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { useCanvasStore } from './CanvasMemory'
import styles from './canvas.module.css'
import type { Thing } from './thing'

/** How many things of a group are named; opened, all are on the canvas. */
const named = 100

/** A group: what it is shown in place of, and how to show that. */
export default function SelectedGroup({ thing }: { thing: Thing }) {
  const { text, number } = useSpeech()
  const store = useCanvasStore()
  const { group } = thing
  if (!group) return null
  return (
    <div className={styles.selection}>
      <h2 className={styles.name}>{thing.label}</h2>
      <button type="button" className={parts.primary} onClick={() => store.openGroup(group.key)}>
        {fill(text.canvas.openGroup, { n: number(group.things.length) })}
      </button>
      <ul className={styles.communities} aria-label={thing.label}>
        {group.things.slice(0, named).map((held) => (
          <li key={held.id} className={styles.thing}>
            <Kind kind={held.kind} named={false} />
            <span className={styles.label}>{held.label}</span>
          </li>
        ))}
      </ul>
      {group.things.length > named && (
        <p className={parts.hint}>{fill(text.canvas.groupMore, { n: number(named) })}</p>
      )}
    </div>
  )
}

import { useCanvas, useCanvasStore } from '../canvas/CanvasMemory'
import { thingOf } from '../canvas/CanvasStore'
import styles from '../canvas/canvas.module.css'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { JoinedAnswer } from './JoinedAnswer'
import { PathAnswer } from './PathAnswer'
import { PathOptions } from './PathOptions'
import { RouteChoice } from './RouteChoice'
import type { PathQuestion } from './usePath'

/** Two ends or all that is marked, what may be used, and the answer. */
export default function PathPanel({ path }: { path: PathQuestion }) {
  const { text, number } = useSpeech()
  const words = text.path
  const store = useCanvasStore()
  const canvas = useCanvas('folded', 'from', 'to', 'asking', 'marked', 'path', 'joined')
  const ends = { from: thingOf(canvas.folded, canvas.from), to: thingOf(canvas.folded, canvas.to) }
  const gone = { path: null, routes: [], joined: null }
  const clear = () => {
    path.setNone(false)
    store.set({ ...gone, from: null, to: null })
  }
  return (
    <div className={styles.selection}>
      <p className={parts.hint}>{words.lead}</p>
      <dl className={parts.facts}>
        <dt>{words.from}</dt>
        <dd>{ends.from ? <strong>{ends.from.label}</strong> : <em>{words.choose}</em>}</dd>
        <dt>{words.to}</dt>
        <dd>{ends.to ? <strong>{ends.to.label}</strong> : <em>{words.choose}</em>}</dd>
      </dl>
      <PathOptions path={path} />
      <div className={parts.row}>
        <button
          type="button"
          className={parts.primary}
          disabled={!ends.from || !ends.to || canvas.asking}
          onClick={path.find}
        >
          {words.go}
        </button>
        <button
          type="button"
          className={parts.button}
          onClick={() => store.set({ from: canvas.to, to: canvas.from, ...gone })}
        >
          {words.swap}
        </button>
        <button type="button" className={parts.button} onClick={clear}>
          {words.clear}
        </button>
        <button
          type="button"
          className={parts.button}
          disabled={canvas.marked.size < 2 || canvas.asking}
          onClick={path.connect}
        >
          {fill(words.connect, { n: number(canvas.marked.size) })}
        </button>
      </div>
      {path.none && (
        <p className={parts.notice} role="status">
          {words.none}
        </p>
      )}
      <RouteChoice />
      {canvas.path && <PathAnswer path={canvas.path} />}
      {canvas.joined && <JoinedAnswer joined={canvas.joined} />}
    </div>
  )
}

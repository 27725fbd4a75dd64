import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import type { Thing } from './thing'

/** Takes away again what each expansion of this thing brought. */
export function FoldAway({ thing }: { thing: Thing }) {
  const { text, count } = useSpeech()
  const store = useCanvasStore()
  const { expansions } = useCanvas('history').history.present
  const own = expansions.filter((expansion) => expansion.from.some((id) => thing.records.includes(id)))
  return own.map((expansion) => (
    <button
      key={`${expansion.from[0]} ${expansion.records[0] ?? expansion.links[0]}`}
      type="button"
      className={parts.button}
      onClick={() => store.foldAway(expansion)}
    >
      {fill(text.canvas.foldAway, { records: count(text.canvas.records, expansion.records.length) })}
    </button>
  ))
}

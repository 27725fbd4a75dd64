import { useCanvas } from '../canvas/CanvasMemory'
import styles from '../canvas/canvas.module.css'
import type { LinkKind, Scheme } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import type { PathChoice } from './options'
import type { PathQuestion } from './usePath'

/** What a path may use: direction, ties, what to go round, when, and how well graded. */
export function PathOptions({ path }: { path: PathQuestion }) {
  const { text, number } = useSpeech()
  const words = text.path
  const { marked } = useCanvas()
  const { choice, setChoice } = path
  const choose = (patch: Partial<PathChoice>) => setChoice({ ...choice, ...patch })
  return (
    <>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={choice.directed}
          onChange={(event) => choose({ directed: event.target.checked })}
        />
        {words.directed}
      </label>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={choice.avoidMarked}
          onChange={(event) => choose({ avoidMarked: event.target.checked })}
        />
        {fill(words.avoidMarked, { n: number(marked.size) })}
      </label>
      <label className={parts.field}>
        <span>{words.when}</span>
        <input
          className={parts.input}
          type="date"
          value={choice.day}
          onChange={(event) => choose({ day: event.target.value })}
        />
      </label>
      <div className={parts.row}>
        <label className={parts.field}>
          <span>{text.entry.scheme}</span>
          <select
            className={parts.select}
            value={choice.scheme}
            onChange={(event) => choose({ scheme: event.target.value as Scheme })}
          >
            {(Object.keys(text.schemes) as Scheme[]).map((scheme) => (
              <option key={scheme} value={scheme}>
                {text.schemes[scheme]}
              </option>
            ))}
          </select>
        </label>
        <label className={parts.field}>
          <span>{words.least}</span>
          <input
            className={parts.input}
            size={6}
            value={choice.least}
            onChange={(event) => choose({ least: event.target.value })}
          />
        </label>
      </div>
      <KindChoice chosen={choice.kinds} onChange={(kinds) => choose({ kinds })} />
    </>
  )
}

interface KindProps {
  chosen: readonly LinkKind[]
  onChange: (kinds: readonly LinkKind[]) => void
}

function KindChoice({ chosen, onChange }: KindProps) {
  const { text } = useSpeech()
  const kinds = Object.entries(text.linkKinds).filter(([kind]) => kind !== 'SAME_AS') as [LinkKind, string][]
  const toggle = (kind: LinkKind) =>
    onChange(chosen.includes(kind) ? chosen.filter((k) => k !== kind) : [...chosen, kind])
  return (
    <details className={styles.more}>
      <summary>
        {text.path.kinds}
        {chosen.length > 0 && ` (${chosen.length})`}
      </summary>
      <div className={styles.kindChoice}>
        {kinds.map(([kind, name]) => (
          <label key={kind} className={styles.check}>
            <input type="checkbox" checked={chosen.includes(kind)} onChange={() => toggle(kind)} />
            {name}
          </label>
        ))}
      </div>
    </details>
  )
}

import type { RecordKind } from '../gql/graphql'
import { Kind } from '../kinds/Kind'
import kindStyles from '../kinds/kinds.module.css'
import { recordKinds, roleIcons } from '../kinds/look'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { acting } from '../shell/keyList'
import { lettersAct } from '../shell/letters'
import parts from '../shell/parts.module.css'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import styles from './canvas.module.css'
import type { Drawing } from './Drawing'
import { GroupingChoice } from './GroupingChoice'
import { SaveFile } from './SaveFile'
import { SaveImage } from './SaveImage'

/** What the signs mean, how many of each are there, which are shown, and how things are taken together. */
export default function Legend({ drawing }: { drawing: Drawing | null }) {
  const { text } = useSpeech()
  const { commands: words, legend } = useWork()
  const { history } = useCanvas('history')
  const counts = new Map<RecordKind, number>()
  for (const { kind } of history.present.records.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return (
    <div className={styles.selection}>
      <h2 className={parts.hidden}>{text.canvas.legend}</h2>
      <p className={parts.hint}>{legend.lead}</p>
      <ul className={styles.legend}>
        {recordKinds.map((kind) => (
          <KindRow key={kind} kind={kind} n={counts.get(kind) ?? 0} />
        ))}
      </ul>
      <ul className={styles.legend} aria-label={legend.roleSigns}>
        {(['VICTIM', 'SUSPECT', 'WITNESS'] as const).map((role) => (
          <li key={role}>
            <img className={`${kindStyles.sign} ${kindStyles.PERSON}`} src={roleIcons[role]} alt="" />
            {text.involvementRoles[role]}
          </li>
        ))}
      </ul>
      <GroupingChoice />
      <SaveImage drawing={drawing} />
      <SaveFile />
      <h3>{words.keys}</h3>
      <p className={parts.hint}>
        {acting(words.onCanvas, lettersAct())
          .map(([keys, does]) => `${keys} ${does}`)
          .join(' · ')}
        . {words.openGroup}
      </p>
      <p className={parts.hint}>{text.canvas.region}</p>
    </div>
  )
}

function KindRow({ kind, n }: { kind: RecordKind; n: number }) {
  const { text, number } = useSpeech()
  const words = useWork().legend
  const store = useCanvasStore()
  const { history, folded } = useCanvas('history', 'folded')
  const { hidden } = history.present
  const name = text.kinds[kind]
  const ofKind = () => [...folded.things.values()].filter((thing) => thing.kind === kind)
  return (
    <li>
      <label className={styles.check}>
        <input
          type="checkbox"
          aria-label={fill(words.show, { kind: name })}
          checked={!hidden.has(kind)}
          disabled={n === 0}
          onChange={() => store.show({ hidden: hidden.symmetricDifference(new Set([kind])) })}
        />
        <Kind kind={kind} />
      </label>
      <span className={styles.number}>{number(n)}</span>
      <button
        type="button"
        className={parts.quiet}
        aria-label={fill(words.mark, { kind: name })}
        disabled={n === 0 || hidden.has(kind)}
        onClick={() => store.set({ marked: new Set(ofKind().map((thing) => thing.id)) })}
      >
        {text.canvas.mark}
      </button>
    </li>
  )
}

import { useCanvas } from '../canvas/CanvasMemory'
import styles from '../canvas/canvas.module.css'
import type { LinkKind, Scheme } from '../gql/graphql'
import { recordKinds } from '../kinds/look'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { KindChoice } from './KindChoice'
import { OneOf } from './OneOf'
import { type KindRule, type MarkedRule, mostThrough, type PathChoice, type Wanted } from './options'
import type { PathQuestion } from './usePath'

/** What a path may use: how many are wanted, through what, over which ties, when, and how well graded. */
export function PathOptions({ path }: { path: PathQuestion }) {
  const { text, number } = useSpeech()
  const words = text.path
  const { marked } = useCanvas('marked')
  const { choice, setChoice } = path
  const choose = (patch: Partial<PathChoice>) => setChoice({ ...choice, ...patch })
  const ties = Object.entries(text.linkKinds).filter(([kind]) => kind !== 'SAME_AS') as [LinkKind, string][]
  // The best few are not led through named things, nor is one path through very many.
  const noThrough = choice.wanted === 'K_SHORTEST' || marked.size > mostThrough
  return (
    <>
      <OneOf<Wanted>
        label={words.wanted}
        texts={words.wanteds}
        value={choice.wanted}
        onChange={(wanted) => choose({ wanted, ...(wanted === 'K_SHORTEST' && throughless(choice)) })}
      />
      <OneOf<MarkedRule>
        label={fill(words.marked, { n: number(marked.size) })}
        texts={words.markedRules}
        value={choice.marked}
        disabled={noThrough ? ['THROUGH'] : []}
        onChange={(rule) => choose({ marked: rule })}
      />
      <OneOf<KindRule>
        label={words.kindRule}
        texts={words.kindRules}
        value={choice.kindRule}
        onChange={(kindRule) => choose({ kindRule })}
      />
      {choice.kindRule !== 'ANY' && (
        <KindChoice
          title={words.kindRules[choice.kindRule]}
          open
          kinds={recordKinds.map((kind) => [kind, text.kinds[kind]])}
          chosen={choice.through}
          onChange={(through) => choose({ through })}
        />
      )}
      <KindChoice
        title={words.kinds}
        kinds={ties}
        chosen={choice.kinds}
        onChange={(kinds) => choose({ kinds })}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={choice.directed}
          onChange={(event) => choose({ directed: event.target.checked })}
        />
        {words.directed}
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
      <LeastGrading choice={choice} choose={choose} />
    </>
  )
}

function throughless({ marked }: PathChoice): Partial<PathChoice> {
  return marked === 'THROUGH' ? { marked: 'ANY' } : {}
}

interface LeastProps {
  choice: PathChoice
  choose: (patch: Partial<PathChoice>) => void
}

function LeastGrading({ choice, choose }: LeastProps) {
  const { text } = useSpeech()
  return (
    <div className={parts.row}>
      <OneOf<Scheme>
        label={text.entry.scheme}
        texts={text.schemes}
        value={choice.scheme}
        onChange={(scheme) => choose({ scheme })}
      />
      <label className={parts.field}>
        <span>{text.path.least}</span>
        <input
          className={parts.input}
          size={6}
          value={choice.least}
          onChange={(event) => choose({ least: event.target.value })}
        />
      </label>
    </div>
  )
}

import { useId, useState } from 'react'
import type { LinkKind } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { useCanvas } from './CanvasMemory'
import styles from './canvas.module.css'
import { expandLimit } from './load'
import type { SelectedRecord } from './selected'
import type { Actions } from './useActions'

/** Links per kind over all records of one thing, most first. */
export function countsOf(records: readonly Pick<SelectedRecord, 'linkCounts'>[]): [LinkKind, number][] {
  const sums = new Map<LinkKind, number>()
  for (const { kind, count } of records.flatMap((record) => record.linkCounts)) {
    sums.set(kind, (sums.get(kind) ?? 0) + count)
  }
  return [...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}

interface Props {
  records: SelectedRecord[]
  actions: Actions
}

/** The count first, then the choice of kinds, then the expansion. */
export function Expand({ records, actions }: Props) {
  const { text, number } = useSpeech()
  const words = text.canvas
  const hint = useId()
  const { asking } = useCanvas('asking')
  const counts = countsOf(records)
  const [left, setLeft] = useState<ReadonlySet<LinkKind>>(new Set())
  const chosen = counts.filter(([kind]) => !left.has(kind))
  const sum = chosen.reduce((total, [, n]) => total + n, 0)
  if (counts.length === 0) return <p className={parts.hint}>{words.expandNone}</p>
  return (
    <fieldset className={styles.expand} aria-describedby={hint}>
      <legend>{words.expand}</legend>
      <p id={hint} className={parts.hint}>
        {words.expandLead}
      </p>
      <div className={parts.row}>
        <button type="button" className={parts.quiet} onClick={() => setLeft(new Set())}>
          {words.expandAll}
        </button>
        <button
          type="button"
          className={parts.quiet}
          onClick={() => setLeft(new Set(counts.map(([k]) => k)))}
        >
          {words.expandNothing}
        </button>
      </div>
      {counts.map(([kind, n]) => (
        <label key={kind} className={styles.kindCount}>
          <input
            type="checkbox"
            checked={!left.has(kind)}
            onChange={() => setLeft(left.symmetricDifference(new Set([kind])))}
          />
          <span>{text.linkKinds[kind]}</span>
          <span className={styles.number}>{number(n)}</span>
        </label>
      ))}
      {sum > expandLimit && (
        <p className={parts.notice}>{fill(words.expandLimit, { limit: number(expandLimit) })}</p>
      )}
      <button
        type="button"
        className={parts.primary}
        disabled={chosen.length === 0 || asking}
        onClick={() =>
          void actions.expand(
            records.map((record) => record.id),
            chosen.map(([kind]) => kind),
          )
        }
      >
        {fill(words.expandGo, { n: number(sum) })}
      </button>
    </fieldset>
  )
}

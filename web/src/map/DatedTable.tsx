import type { Folded } from '../canvas/thing'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import type { Dated } from './dated'
import { amountSaid } from './flow'
import styles from './map.module.css'
import { useWhen } from './useWhen'

/** How many are listed; the period narrows to the rest. */
const rows = 100

interface Props {
  dated: readonly Dated[]
  folded: Folded
  selected: string | null
  onSelect: (one: Dated) => void
}

/** The same as the timeline in words: what was when, between whom. */
export function DatedTable({ dated, folded, selected, onSelect }: Props) {
  const { number } = useSpeech()
  const { map, time: words } = useWork()
  const when = useWhen()
  const labelOf = (id: string) => folded.things.get(id)?.label ?? ''
  return (
    <>
      <table className={`${parts.table} ${styles.table} ${styles.dated}`}>
        <caption className={parts.hidden}>{words.list}</caption>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.what}</th>
          </tr>
        </thead>
        <tbody>
          {dated.slice(0, rows).map((one) => (
            <tr key={one.id} data-chosen={one.ends.some((end) => end === selected) || undefined}>
              <td>{when(one)}</td>
              <td>
                {words.lanes[one.lane]}
                {one.money && `, ${amountSaid(one.money.amount, number)} ${one.money.currency}`}
                <button type="button" className={parts.quiet} onClick={() => onSelect(one)}>
                  {one.ends.map(labelOf).join(' → ')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {dated.length > rows && <p className={parts.hint}>{fill(map.more, { n: number(rows) })}</p>}
    </>
  )
}

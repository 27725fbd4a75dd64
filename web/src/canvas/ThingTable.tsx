import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { RecordKind } from '../gql/graphql'
import { Kind } from '../kinds/Kind'
import { recordKinds } from '../kinds/look'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import { thingOf } from './CanvasStore'
import styles from './canvas.module.css'
import type { Thing } from './fold'

/** How many rows are listed; typing narrows to the rest. */
const rows = 200

/** What is on the canvas as a table: the same selection, for keyboard and screen reader. */
export function ThingTable() {
  const { text, number } = useSpeech()
  const words = text.canvas
  const { folded } = useCanvas()
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<RecordKind | ''>('')
  const listed = useMemo(() => {
    const ties = (thing: Thing) => folded.tiesOf.get(thing.id)?.length ?? 0
    const wanted = typed.trim().toLocaleLowerCase()
    return [...folded.things.values()]
      .filter(
        (thing) => (kind === '' || thing.kind === kind) && thing.label.toLocaleLowerCase().includes(wanted),
      )
      .sort((a, b) => ties(b) - ties(a) || a.label.localeCompare(b.label) || (a.id < b.id ? -1 : 1))
  }, [folded, typed, kind])
  return (
    <section className={styles.left} aria-label={words.table}>
      <div className={styles.filters}>
        <h2>{words.table}</h2>
        <input
          type="search"
          className={parts.input}
          aria-label={words.filter}
          placeholder={words.filter}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <select
          className={parts.select}
          aria-label={words.kindFilter}
          value={kind}
          onChange={(event) => setKind(event.target.value as RecordKind | '')}
        >
          <option value="">{words.allKinds}</option>
          {recordKinds.map((k) => (
            <option key={k} value={k}>
              {text.kinds[k]}
            </option>
          ))}
        </select>
      </div>
      <Grid things={listed.slice(0, rows)} />
      {listed.length > rows && (
        <p className={`${parts.hint} ${styles.filters}`}>{fill(words.tableMore, { n: number(rows) })}</p>
      )}
    </section>
  )
}

/** One row at a time is in the order of tabs; the arrow keys move between rows. */
function Grid({ things }: { things: Thing[] }) {
  const { text, number } = useSpeech()
  const store = useCanvasStore()
  const { folded, selected } = useCanvas()
  const body = useRef<HTMLTableSectionElement>(null)
  const chosen = thingOf(folded, selected)?.id ?? null
  const reached = things.some((thing) => thing.id === chosen) ? chosen : (things[0]?.id ?? null)
  useEffect(() => {
    if (chosen === null) return
    body.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      Home: -things.length,
      End: things.length,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const now = things.findIndex((thing) => thing.id === chosen)
    const next = Math.max(0, Math.min(things.length - 1, now + step))
    const thing = things[next]
    if (thing) store.set({ selected: thing.id })
    const row = body.current?.rows[next]
    row?.focus()
  }
  return (
    <div className={styles.gridBox}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of WAI-ARIA stands on a table */}
      <table className={styles.grid} role="grid" aria-label={text.canvas.table}>
        <thead>
          <tr>
            <th scope="col">{text.search.label}</th>
            <th scope="col">{text.canvas.ties}</th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {things.map((thing) => (
            <tr
              key={thing.id}
              tabIndex={thing.id === reached ? 0 : -1}
              aria-selected={thing.id === chosen}
              onClick={() => store.set({ selected: thing.id })}
              onFocus={(event) => {
                if (event.target.matches(':focus-visible')) store.set({ selected: thing.id })
              }}
            >
              <td>
                <span className={styles.thing}>
                  <Kind kind={thing.kind} named={false} />
                  <span className={styles.label}>{thing.label}</span>
                </span>
              </td>
              <td className={styles.number}>{number(folded.tiesOf.get(thing.id)?.length ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

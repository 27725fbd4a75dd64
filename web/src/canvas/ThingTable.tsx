import { type KeyboardEvent, memo, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { Kind } from '../kinds/Kind'
import { recordKinds } from '../kinds/look'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import { matcher, thingOf } from './CanvasStore'
import styles from './canvas.module.css'
import type { Folded, Thing } from './thing'

/** How many rows are listed; typing narrows to the rest. */
const rows = 200

/** What is on the canvas as a table: the same selection, for keyboard and screen reader. */
export function ThingTable() {
  const { text, number } = useSpeech()
  const words = text.canvas
  const store = useCanvasStore()
  const { folded, filter } = useCanvas('folded', 'filter')
  const looked = useDeferredValue(filter)
  const sorted = useMemo(() => byTies(folded), [folded])
  const listed = useMemo(() => sorted.filter(matcher(looked)), [sorted, looked])
  const shown = useMemo(() => listed.slice(0, rows), [listed])
  return (
    <section className={styles.left} aria-label={words.table}>
      <div className={styles.filters}>
        <h2>{words.table}</h2>
        <input
          type="search"
          className={parts.input}
          aria-label={words.filter}
          placeholder={words.filter}
          value={filter.words}
          onChange={(event) => store.set({ filter: { ...filter, words: event.target.value } })}
        />
        <select
          className={parts.select}
          aria-label={words.kindFilter}
          value={filter.kind ?? ''}
          onChange={(event) => {
            const kind = recordKinds.find((k) => k === event.target.value) ?? null
            store.set({ filter: { ...filter, kind } })
          }}
        >
          <option value="">{words.allKinds}</option>
          {recordKinds.map((k) => (
            <option key={k} value={k}>
              {text.kinds[k]}
            </option>
          ))}
        </select>
      </div>
      <Grid things={shown} />
      {listed.length > rows && (
        <p className={`${parts.hint} ${styles.filters}`}>{fill(words.tableMore, { n: number(rows) })}</p>
      )}
    </section>
  )
}

/** Things with the most ties first, then by name. */
function byTies({ things, tiesOf }: Folded): Thing[] {
  const { compare } = new Intl.Collator()
  const ties = new Map([...things.keys()].map((id) => [id, tiesOf.get(id)?.length ?? 0]))
  const tied = ({ id }: Thing) => ties.get(id) ?? 0
  return [...things.values()].sort(
    (a, b) => tied(b) - tied(a) || compare(a.label, b.label) || (a.id < b.id ? -1 : 1),
  )
}

/** One row at a time is in the order of tabs; the arrow keys move between rows. */
function Grid({ things }: { things: Thing[] }) {
  const { text } = useSpeech()
  const store = useCanvasStore()
  const { folded, selected, marked } = useCanvas('folded', 'selected', 'marked')
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
    if (event.key === ' ' && chosen !== null) {
      event.preventDefault()
      store.mark(chosen)
      return
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
            <Row
              key={thing.id}
              thing={thing}
              ties={folded.tiesOf.get(thing.id)?.length ?? 0}
              reached={thing.id === reached}
              chosen={thing.id === chosen}
              marked={marked.has(thing.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  thing: Thing
  ties: number
  /** Whether it is in the order of tabs. */
  reached: boolean
  chosen: boolean
  marked: boolean
}

/** One thing. Of many rows only those are made anew that differ. */
const Row = memo(function Row({ thing, ties, reached, chosen, marked }: RowProps) {
  const { text, number } = useSpeech()
  const store = useCanvasStore()
  return (
    <tr
      tabIndex={reached ? 0 : -1}
      aria-selected={chosen}
      data-marked={marked || undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) store.mark(thing.id)
        else store.set({ selected: thing.id })
      }}
      onFocus={(event) => {
        if (event.target.matches(':focus-visible')) store.set({ selected: thing.id })
      }}
    >
      <td>
        <span className={styles.thing}>
          <Kind kind={thing.kind} named={false} />
          <span className={styles.label}>{thing.label}</span>
          {marked && (
            <span className={styles.mark} role="img" aria-label={text.canvas.markedOne}>
              ◉
            </span>
          )}
        </span>
      </td>
      <td className={styles.number}>{number(ties)}</td>
    </tr>
  )
})

import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { Kind } from '../kinds/Kind'
import { recordKinds } from '../kinds/look'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import { matches, thingOf } from './CanvasStore'
import styles from './canvas.module.css'
import type { Thing } from './thing'

/** How many rows are listed; typing narrows to the rest. */
const rows = 200

/** What is on the canvas as a table: the same selection, for keyboard and screen reader. */
export function ThingTable() {
  const { text, number } = useSpeech()
  const words = text.canvas
  const store = useCanvasStore()
  const { folded, filter } = useCanvas()
  const listed = useMemo(() => {
    const ties = (thing: Thing) => folded.tiesOf.get(thing.id)?.length ?? 0
    return [...folded.things.values()]
      .filter((thing) => matches(thing, filter))
      .sort((a, b) => ties(b) - ties(a) || a.label.localeCompare(b.label) || (a.id < b.id ? -1 : 1))
  }, [folded, filter])
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
  const { folded, selected, marked } = useCanvas()
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
            <tr
              key={thing.id}
              tabIndex={thing.id === reached ? 0 : -1}
              aria-selected={thing.id === chosen}
              data-marked={marked.has(thing.id) || undefined}
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
                  {marked.has(thing.id) && (
                    <span className={styles.mark} role="img" aria-label={text.canvas.markedOne}>
                      ◉
                    </span>
                  )}
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

import type { FormEvent } from 'react'
import { ask } from '../api/ask'
import { useCanvas, useCanvasStore } from '../canvas/CanvasMemory'
import styles from '../canvas/canvas.module.css'
import { subgraphLimit } from '../canvas/load'
import { ThingButton } from '../canvas/ThingButton'
import type { Actions } from '../canvas/useActions'
import { CanvasTimesDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import { type Fate, type Fates, ofFate, type Span } from './change'

/** How many are named in a list; the drawing has all. */
const named = 100

/** Compares what was so on two days: what is new and what is gone, on the drawing and in words. */
export default function DatesBar({ actions, onClose }: { actions: Actions; onClose: () => void }) {
  const words = useWork().change
  const store = useCanvasStore()
  const { change, folded, asking } = useCanvas('change', 'folded', 'asking')
  const fates = change && store.fatesOf(folded, change)
  const compare = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [before, after] = [String(form.get('before')), String(form.get('after'))]
    void actions.busy(async () => store.set({ change: { before, after, spans: await spansOf(store) } }))
  }
  const close = () => {
    store.set({ change: null })
    onClose()
  }
  return (
    <form className={styles.markedBar} aria-label={words.onCanvas} onSubmit={compare}>
      {(['before', 'after'] as const).map((side) => (
        <label key={side} className={styles.check}>
          {words[side]}
          <input className={parts.input} type="date" name={side} required defaultValue={change?.[side]} />
        </label>
      ))}
      <button type="submit" className={parts.button} disabled={asking || folded.things.size === 0}>
        {words.go}
      </button>
      {fates && <Told fates={fates} />}
      <button type="button" className={parts.quiet} onClick={close}>
        {words.over}
      </button>
    </form>
  )
}

async function spansOf(store: ReturnType<typeof useCanvasStore>): Promise<Map<string, Span>> {
  const ids = [...store.read().history.present.records.keys()].slice(0, subgraphLimit)
  const { subgraph } = await ask(CanvasTimesDocument, { ids })
  return new Map([...subgraph.records, ...subgraph.links].map(({ id, validity }) => [id, validity]))
}

function Told({ fates }: { fates: Fates }) {
  const { text, count, number } = useSpeech()
  const words = useWork().change
  const { change, history } = useCanvas('change', 'history')
  const stale = [...history.present.records.keys()].some((id) => !change?.spans.has(id))
  const ties = (fate: Fate) => count(text.canvas.links, ofFate(fates.ties, fate).length)
  return (
    <>
      {stale && <span className={parts.notice}>{text.communities.stale}</span>}
      <span role="status">
        {fill(words.onCanvasNumbers, {
          born: ties('NEW'),
          gone: ties('GONE'),
          stayed: number(ofFate(fates.ties, 'STAYED').length),
        })}
      </span>
      <Named title={words.born} fates={fates} fate="NEW" />
      <Named title={words.died} fates={fates} fate="GONE" />
    </>
  )
}

/** What is of one fate, itself or by one of its ties; one that is chosen is selected on the canvas. */
function Named({ title, fates, fate }: { title: string; fates: Fates; fate: Fate }) {
  const { number } = useSpeech()
  const { folded } = useCanvas('folded')
  const ends = ofFate(fates.ties, fate).flatMap((id) => {
    const tie = folded.ties.get(id)
    return tie ? [tie.from, tie.to] : []
  })
  const ids = [...new Set([...ofFate(fates.things, fate), ...ends])]
  const things = ids.slice(0, named).map((id) => folded.things.get(id))
  return (
    <details className={styles.listed}>
      <summary>
        {title} ({number(ids.length)})
      </summary>
      <ul className={styles.communities}>
        {things.map(
          (thing) =>
            thing && (
              <li key={thing.id}>
                <ThingButton thing={thing} />
              </li>
            ),
        )}
      </ul>
    </details>
  )
}

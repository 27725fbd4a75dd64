import { lazy, Suspense, useEffect } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../api/useAnswer'
import { CanvasSelectionDocument } from '../gql/graphql'
import { Kind } from '../kinds/Kind'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { useAnnounce } from './Announcer'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import { thingOf } from './CanvasStore'
import styles from './canvas.module.css'
import { ShareOwn } from './ShareOwn'
import type { Thing } from './thing'
import type { Actions } from './useActions'

// What is known of records comes while the hub is asked for it.
const SelectedRecords = lazy(() => import('./SelectedRecords'))
const AskMore = lazy(() => import('./AskMore'))
const SelectedGroup = lazy(() => import('./SelectedGroup'))

interface Props {
  actions: Actions
  onPath: () => void
}

/** What is selected: its records with provenance and marking, and where it leads. */
export function Selection({ actions, onPath }: Props) {
  const { text, count } = useSpeech()
  const { folded, selected } = useCanvas('folded', 'selected')
  const announce = useAnnounce()
  const thing = thingOf(folded, selected)
  const ties = thing ? (folded.tiesOf.get(thing.id)?.length ?? 0) : 0
  const label = thing?.label
  const kind = thing && text.kinds[thing.kind]
  useEffect(() => {
    if (label === undefined || !kind) return
    announce(fill(text.canvas.announceSelected, { label, kind, ties: count(text.canvas.links, ties) }))
  }, [label, kind, ties, announce, text, count])
  if (!thing)
    return (
      <div className={styles.selection}>
        <p className={parts.empty}>{text.canvas.noSelection}</p>
        <Suspense>
          <AskMore records={[]} />
        </Suspense>
      </div>
    )
  if (thing.group)
    return (
      <Suspense>
        <SelectedGroup thing={thing} />
      </Suspense>
    )
  return <SelectedThing key={thing.id} thing={thing} actions={actions} onPath={onPath} />
}

function SelectedThing({ thing, actions, onPath }: Props & { thing: Thing }) {
  const { text } = useSpeech()
  const answer = useAnswer(CanvasSelectionDocument, { ids: thing.records })
  return (
    <div className={styles.selection}>
      <div>
        <Kind kind={thing.kind} />
        <h2 className={styles.name}>{thing.label}</h2>
        <Link href={`/records/${thing.id}`}>{text.canvas.unfit}</Link>
      </div>
      <PathEnds thing={thing} onPath={onPath} />
      <Suspense>
        <AskMore records={thing.records} />
      </Suspense>
      <Suspense fallback={<p className={parts.asking}>{text.shell.loading}</p>}>
        <SelectedRecords answer={answer} thing={thing} actions={actions} />
      </Suspense>
    </div>
  )
}

function PathEnds({ thing, onPath }: { thing: Thing; onPath: () => void }) {
  const { text } = useSpeech()
  const store = useCanvasStore()
  const choose = (end: 'from' | 'to') => {
    store.set({ [end]: thing.id, path: null, routes: [], joined: null })
    const { from, to } = store.read()
    if (from && to) onPath()
  }
  return (
    <div className={parts.row}>
      <button type="button" className={parts.button} onClick={() => choose('from')}>
        {text.path.setFrom}
      </button>
      <button type="button" className={parts.button} onClick={() => choose('to')}>
        {text.path.setTo}
      </button>
      <ShareOwn records={thing.records} />
    </div>
  )
}

import { lazy, Suspense, useEffect } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../api/useAnswer'
import { CanvasSelectionDocument } from '../gql/graphql'
import { DetailFacts } from '../kinds/DetailFacts'
import { Kind } from '../kinds/Kind'
import { MarkingFacts } from '../kinds/Marking'
import { ProvenanceFacts } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { RoleTag } from '../operations/RoleTag'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { useAnnounce } from './Announcer'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import { thingOf } from './CanvasStore'
import styles from './canvas.module.css'
import { Expand } from './Expand'
import { FoldAway } from './FoldAway'
import { ShareOwn } from './ShareOwn'
import type { SelectedRecord } from './selected'
import type { Thing } from './thing'
import type { Actions } from './useActions'

// They come with the texts of the work pages.
const Comments = lazy(() => import('../views/Comments'))

const AskMore = lazy(() => import('./AskMore'))
const SelectedGroup = lazy(() => import('./SelectedGroup'))

interface Props {
  actions: Actions
  onPath: () => void
}

/** What is selected: its records with provenance and marking, and where it leads. */
export function Selection({ actions, onPath }: Props) {
  const { text, count } = useSpeech()
  const { folded, selected } = useCanvas()
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
      <Answered answer={answer}>
        {({ nodes }) => {
          const records = nodes.filter((node) => node?.__typename === 'Record')
          return (
            <>
              <Expand records={records} actions={actions} />
              <FoldAway thing={thing} />
              {records.map((record) => (
                <SelectedFacts key={record.id} record={record} />
              ))}
            </>
          )
        }}
      </Answered>
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

function SelectedFacts({ record }: { record: SelectedRecord }) {
  const { text } = useSpeech()
  return (
    <article className={styles.record} aria-label={`${record.owner.name}: ${record.label}`}>
      <h3>
        {record.owner.name} <span className={parts.hint}>{record.owner.country}</span>
      </h3>
      {record.involvements.length > 0 && (
        <ul className={parts.tags}>
          {record.involvements.map((involvement) => (
            <li key={involvement.id}>
              <RoleTag role={involvement.role} />{' '}
              <span className={parts.hint}>{involvement.operation.name}</span>
            </li>
          ))}
        </ul>
      )}
      <DetailFacts details={record.details} />
      <h4>{text.record.provenance}</h4>
      <ProvenanceFacts told={record} />
      <h4>{text.record.marking}</h4>
      <MarkingFacts marking={record.marking} />
      <Suspense>
        <Comments on={record.id} headed />
      </Suspense>
    </article>
  )
}

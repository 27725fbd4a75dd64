import { lazy, Suspense } from 'react'
import type { Answer } from '../api/useAnswer'
import type { CanvasSelectionQuery } from '../gql/graphql'
import { DetailFacts } from '../kinds/DetailFacts'
import { MarkingFacts } from '../kinds/Marking'
import { ProvenanceFacts } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { RoleTag } from '../operations/RoleTag'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import styles from './canvas.module.css'
import { Expand } from './Expand'
import { FoldAway } from './FoldAway'
import type { SelectedRecord } from './selected'
import type { Thing } from './thing'
import type { Actions } from './useActions'

// They come with the texts of the work pages.
const Comments = lazy(() => import('../views/Comments'))

interface Props {
  answer: Answer<CanvasSelectionQuery>
  thing: Thing
  actions: Actions
}

/** The records of what is selected, and where they lead. */
export default function SelectedRecords({ answer, thing, actions }: Props) {
  return (
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

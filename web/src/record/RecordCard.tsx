import type { RecordPartsFragment } from '../gql/graphql'
import { Discoverable } from '../hit/Discoverable'
import { DetailFacts } from '../kinds/DetailFacts'
import { MarkingFacts, Marks } from '../kinds/Marking'
import { ProvenanceFacts } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { useMe } from '../session/SessionProvider'
import parts from '../shell/parts.module.css'
import { CommentsOf } from '../views/CommentsOf'
import { RecordActions } from './RecordActions'
import styles from './record.module.css'
import { Visibility } from './Visibility'

/** What one organisation holds: details, where they come from, and who may see them. */
export function RecordCard({ record }: { record: RecordPartsFragment }) {
  const { text } = useSpeech()
  const words = text.record
  const own = useMe().organisation.id === record.owner.id
  return (
    <article className={parts.panel} aria-label={`${record.owner.name}: ${record.label}`}>
      <div className={parts.panelHead}>
        <h2>
          {record.owner.name} <span className={parts.hint}>{record.owner.country}</span>
        </h2>
        <Marks marking={record.marking} />
      </div>
      <div className={styles.card}>
        <section>
          <h3>{words.details}</h3>
          <DetailFacts details={record.details} />
        </section>
        <section>
          <h3>{words.provenance}</h3>
          <ProvenanceFacts told={record} />
        </section>
        <section>
          <h3>{words.marking}</h3>
          <MarkingFacts marking={record.marking} />
          <Visibility id={record.id} own={own} />
          {own && record.knownUntil === null && <Discoverable id={record.id} kind={record.kind} />}
        </section>
        <RecordActions record={record} own={own} />
        <section>
          <CommentsOf on={record.id} />
        </section>
      </div>
    </article>
  )
}

import { useState } from 'react'
import { Link } from 'wouter'
import { Failure } from '../api/failure'
import { useAnswer } from '../api/useAnswer'
import { addToCanvas } from '../canvas/address'
import { RecordEntityDocument, type RecordEntityQuery, type RecordKind } from '../gql/graphql'
import { Kind } from '../kinds/Kind'
import { useSpeech } from '../language/LanguageProvider'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { maybe, readers } from '../shell/places'
import { useTitle } from '../shell/useTitle'
import { AsOf, endOfDay } from './AsOf'
import { Judgements } from './Judgements'
import { Links } from './Links'
import { RecordCard } from './RecordCard'
import { Roles } from './Roles'
import styles from './record.module.css'
import { Versions } from './Versions'

/** One thing as this page shows it. */
export type EntityParts = NonNullable<RecordEntityQuery['entity']>

/** One thing: what every organisation holds on it, side by side, now or as the hub knew it on a day. */
export default function RecordPage({ id }: { id: string }) {
  const { text } = useSpeech()
  useTitle(text.search.label)
  const [date, setDate] = useState('')
  const answer = useAnswer(RecordEntityDocument, { id, asOf: date === '' ? null : endOfDay(date) })
  return (
    <div className={parts.page}>
      <AsOf date={date} onChange={setDate} />
      <Answered answer={answer}>
        {({ entity }) =>
          entity ? (
            <EntityView entity={entity} asked={id} />
          ) : (
            <FailureNote failure={new Failure('NOT_FOUND', '')} />
          )
        }
      </Answered>
    </div>
  )
}

/** The kinds that money is followed from. */
const followed: ReadonlySet<RecordKind> = new Set(['PERSON', 'COMPANY', 'BANK_ACCOUNT', 'PAYMENT_INSTRUMENT'])

function EntityView({ entity, asked }: { entity: EntityParts; asked: string }) {
  const { text, count } = useSpeech()
  const { roles } = useMe()
  const words = text.record
  return (
    <>
      <div className={parts.titleRow}>
        <div className={styles.title}>
          <Kind kind={entity.kind} />
          <h1>{entity.label}</h1>
          <span className={parts.hint}>
            {entity.records.length === 1 ? words.oneRecord : count(words.several, entity.records.length)}
          </span>
        </div>
        <span className={parts.row}>
          {maybe(roles, readers) && followed.has(entity.kind) && (
            <Link className={parts.button} href={`/money#from=${entity.id}`}>
              {words.followMoney}
            </Link>
          )}
          <Link className={parts.primary} href={addToCanvas(entity.records.map((r) => r.id))}>
            {words.openCanvas}
          </Link>
        </span>
      </div>
      <section aria-label={words.records} className={styles.cards}>
        {entity.records.map((record) => (
          <RecordCard key={record.id} record={record} />
        ))}
      </section>
      <Judgements entity={entity} />
      <Roles involvements={entity.involvements} />
      <Links records={entity.records} asked={asked} />
      <Versions records={entity.records} />
    </>
  )
}

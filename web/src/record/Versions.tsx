import { useState } from 'react'
import { useAnswer } from '../api/useAnswer'
import { type RecordPartsFragment, RecordVersionsDocument } from '../gql/graphql'
import { detailLines } from '../kinds/details'
import { Grading } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import type { EntityParts } from './RecordPage'

/** Earlier versions of each record, asked for only when wanted: each reading is logged. */
export function Versions({ records }: Pick<EntityParts, 'records'>) {
  const { text } = useSpeech()
  const words = text.record
  const [shown, setShown] = useState(false)
  return (
    <section className={parts.panel}>
      <div className={parts.panelHead}>
        <h2>{words.versions}</h2>
        {!shown && (
          <button type="button" className={parts.button} onClick={() => setShown(true)}>
            {words.showVersions}
          </button>
        )}
      </div>
      {shown && records.map((record) => <RecordVersions key={record.id} record={record} />)}
    </section>
  )
}

function RecordVersions({ record }: { record: RecordPartsFragment }) {
  const answer = useAnswer(RecordVersionsDocument, { id: record.id })
  return (
    <div className={parts.panelBody}>
      <h3>
        {record.owner.name}: {record.label}
      </h3>
      <Answered answer={answer}>
        {({ node }) => (
          <ol>
            {node?.__typename === 'Record' &&
              node.versions.map((v) => <VersionLine key={v.version} version={v} />)}
          </ol>
        )}
      </Answered>
    </div>
  )
}

function VersionLine({ version }: { version: RecordPartsFragment }) {
  const speech = useSpeech()
  const words = speech.text.record
  const until = version.knownUntil ? speech.instant(version.knownUntil) : words.present
  return (
    <li>
      <strong>{fill(words.versionPeriod, { from: speech.instant(version.knownFrom), until })}</strong>{' '}
      <span className={parts.hint}>
        {version.source} · <Grading grading={version.grading} />
      </span>
      <br />
      {detailLines(speech, version.details)
        .map((l) => `${l.label}: ${l.value}`)
        .join(' · ')}
    </li>
  )
}

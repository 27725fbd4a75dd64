import { Link } from 'wouter'
import type { RecordPartsFragment } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useMe } from '../session/SessionProvider'
import parts from '../shell/parts.module.css'
import { auditors, writers } from '../shell/places'

/** What the reader may do with a record: amend one's own, add a link to any, ask the log about it. */
export function RecordActions({ record, own }: { record: RecordPartsFragment; own: boolean }) {
  const { text } = useSpeech()
  const { roles } = useMe()
  const writes = writers.some((role) => roles.includes(role))
  const audits = auditors.some((role) => roles.includes(role))
  const id = encodeURIComponent(record.id)
  if (!writes && !audits) return null
  return (
    <section>
      <div className={parts.row}>
        {writes && own && record.knownUntil === null && (
          <Link className={parts.button} href={`/records/${id}/amend`}>
            {text.entry.amend}
          </Link>
        )}
        {writes && (
          <Link className={parts.button} href={`/enter/link?from=${id}`}>
            {text.entry.newLink}
          </Link>
        )}
        {audits && (
          <Link className={parts.button} href={`/audit?element=${id}`}>
            {text.audit.whoLooked}
          </Link>
        )}
      </div>
    </section>
  )
}

import { Link } from 'wouter'
import type { RecordPartsFragment } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useMe } from '../session/SessionProvider'
import { sharingAddress } from '../sharing/address'
import parts from '../shell/parts.module.css'
import { auditors, maybe, readers, supervisors, writers } from '../shell/places'

/** What the reader may do with a record: amend and share one's own, ask for leave with others', add a link or role to any, ask the log about it. */
export function RecordActions({ record, own }: { record: RecordPartsFragment; own: boolean }) {
  const { text } = useSpeech()
  const { roles } = useMe()
  const writes = maybe(roles, writers)
  const audits = maybe(roles, auditors)
  const present = record.knownUntil === null
  const id = encodeURIComponent(record.id)
  if (!writes && !audits) return null
  return (
    <section>
      <div className={parts.row}>
        {writes && own && present && (
          <Link className={parts.button} href={`/records/${id}/amend`}>
            {text.entry.amend}
          </Link>
        )}
        {writes && (
          <Link className={parts.button} href={`/enter/link?from=${id}`}>
            {text.entry.newLink}
          </Link>
        )}
        {writes && own && present && (
          <Link className={parts.button} href={sharingAddress([record.id])}>
            {text.shell.sharing}
          </Link>
        )}
        {maybe(roles, readers) && !own && present && (
          <Link className={parts.button} href={`/releases/ask/${id}`}>
            {text.record.askRelease}
          </Link>
        )}
        {writes && record.kind === 'PERSON' && present && (
          <Link className={parts.button} href={`/enter/role?person=${id}`}>
            {text.shell.newRole}
          </Link>
        )}
        {maybe(roles, supervisors) && own && (
          <Link className={parts.button} href={`/retention#ids=${id}`}>
            {text.shell.retention}
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

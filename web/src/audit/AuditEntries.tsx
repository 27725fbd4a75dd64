import { Fragment, useCallback } from 'react'
import { Link } from 'wouter'
import { ask } from '../api/ask'
import { useAnswer } from '../api/useAnswer'
import { usePages } from '../api/usePages'
import {
  AccessesToDocument,
  ActionsOfDocument,
  AuditElementsDocument,
  type AuditPartsFragment,
} from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useMe } from '../session/SessionProvider'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { period } from './period'
import { type AuditQuestion, auditAddress } from './question'
import { useAuditTexts } from './texts'

type Entry = AuditPartsFragment['nodes'][number]

interface Props {
  question: AuditQuestion
  /** The name of what is asked about, where it is known. */
  named: string | undefined
}

/** What the log tells of the question, newest first. */
export function AuditEntries({ question, named }: Props) {
  const { text, number } = useSpeech()
  const words = text.audit
  const own = useAuditTexts()
  const { about, id, from, until } = question
  const read = useCallback(
    async (after: string | null, signal: AbortSignal) => {
      const asked = { id, ...period(from, until), first: 50, after }
      if (about === 'officer') return (await ask(ActionsOfDocument, asked, signal)).actionsOf
      return (await ask(AccessesToDocument, asked, signal)).accessesTo
    },
    [about, id, from, until],
  )
  const pages = usePages<Entry>(read)
  return (
    <section className={parts.panel} aria-label={words.entries} aria-busy={pages.asking}>
      {named !== undefined && (
        <div className={parts.panelHead}>
          <h2>{fill(own.about, { what: named })}</h2>
        </div>
      )}
      {pages.failure && <FailureNote failure={pages.failure} />}
      {!pages.asking && !pages.failure && pages.items.length === 0 && (
        <p className={parts.empty}>{words.nothing}</p>
      )}
      {pages.items.length > 0 && <EntryTable entries={pages.items} />}
      <div className={parts.panelBody}>
        {pages.asking && <p>{text.shell.loading}</p>}
        {pages.totalCount !== undefined && pages.items.length > 0 && (
          <p className={parts.hint}>
            {fill(text.shell.shown, { n: number(pages.items.length), total: number(pages.totalCount) })}
          </p>
        )}
        {pages.more && (
          <button type="button" className={parts.button} onClick={pages.more}>
            {text.shell.more}
          </button>
        )}
      </div>
    </section>
  )
}

/** How many ids one question for things by id may name. */
const askable = 500

function EntryTable({ entries }: { entries: Entry[] }) {
  const { text } = useSpeech()
  const words = text.audit
  // An id may be of a record, or of a link, a role, or a matter that has no page; an auditor may see none of them.
  const ids = [...new Set(entries.flatMap((entry) => entry.elements))].slice(0, askable)
  const answer = useAnswer(AuditElementsDocument, ids.length > 0 ? { ids } : null)
  const records = new Set(
    (answer.data?.nodes ?? []).flatMap((node) => (node?.__typename === 'Record' ? [node.id] : [])),
  )
  return (
    <div className={parts.scroll}>
      <table className={parts.table}>
        <thead>
          <tr>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.action}</th>
            <th scope="col">{words.officer}</th>
            <th scope="col">{words.purpose}</th>
            <th scope="col">{words.elements}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryRow
              key={`${entry.request} ${entry.at} ${entry.action} ${entry.elements[0]}`}
              entry={entry}
              records={records}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function EntryRow({ entry, records }: { entry: Entry; records: ReadonlySet<string> }) {
  const { text, instant } = useSpeech()
  const words = text.audit
  const own = useAuditTexts()
  const { organisation } = useMe()
  const who = entry.officer?.name ?? entry.officerId ?? words.stranger
  return (
    <tr>
      <td>{instant(entry.at)}</td>
      <td>
        {words.actions[entry.action]}
        {entry.refusal && <span className={parts.hint}> {fill(words.refused, { code: entry.refusal })}</span>}
      </td>
      <td>
        {entry.officer && entry.organisation?.id === organisation.id ? (
          <Link href={auditAddress('officer', entry.officer.id)} title={fill(own.whatTheyDid, { name: who })}>
            {who}
          </Link>
        ) : (
          who
        )}{' '}
        {entry.organisation && <span className={parts.hint}>{entry.organisation.name}</span>}
      </td>
      <td>
        {entry.purpose}
        {entry.operation && <span className={parts.hint}> {entry.operation.name}</span>}
      </td>
      <td>
        {entry.elements.map((id, i) => (
          <Fragment key={id}>
            {i > 0 && ' '}
            {records.has(id) ? (
              <Link href={`/records/${id}`} aria-label={id} title={id}>
                {id.slice(0, 8)}…
              </Link>
            ) : (
              <Link
                href={auditAddress('element', id)}
                aria-label={fill(own.whoTouched, { id })}
                title={fill(own.whoTouched, { id })}
              >
                {id.slice(0, 8)}…
              </Link>
            )}
          </Fragment>
        ))}
      </td>
    </tr>
  )
}

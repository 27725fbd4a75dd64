import { useCallback, useState } from 'react'
import { ask } from '../api/ask'
import { Failure } from '../api/failure'
import { useAnswer } from '../api/useAnswer'
import { usePages } from '../api/usePages'
import { type LinkKind, RecordLinkCountsDocument, RecordLinksDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { FailureNote } from '../shell/FailureNote'
import { MoreRow } from '../shell/MoreRow'
import parts from '../shell/parts.module.css'
import { LinkTable } from './LinkTable'
import type { EntityParts } from './RecordPage'

/** The links of one record of the entity at a time, by kind, page by page. */
export function Links({ records, asked }: Pick<EntityParts, 'records'> & { asked: string }) {
  const { text } = useSpeech()
  const words = text.record
  const [chosen, setChosen] = useState(asked)
  const [kind, setKind] = useState<LinkKind | ''>('')
  const id = records.find((r) => r.id === chosen)?.id ?? records[0]?.id ?? asked
  return (
    <section className={parts.panel}>
      <div className={parts.panelHead}>
        <h2>{words.links}</h2>
        <div className={parts.row}>
          {records.length > 1 && (
            <select
              className={parts.select}
              aria-label={words.linksOf}
              value={id}
              onChange={(event) => setChosen(event.target.value)}
            >
              {records.map((r) => (
                <option key={r.id} value={r.id}>
                  {r.owner.name}: {r.label}
                </option>
              ))}
            </select>
          )}
          <KindFilter record={id} kind={kind} onChange={setKind} />
        </div>
      </div>
      <LinkPages record={id} kind={kind} />
    </section>
  )
}

interface FilterProps {
  record: string
  kind: LinkKind | ''
  onChange: (kind: LinkKind | '') => void
}

function KindFilter({ record, kind, onChange }: FilterProps) {
  const { text, number } = useSpeech()
  const { data } = useAnswer(RecordLinkCountsDocument, { id: record })
  const counts = data?.node?.__typename === 'Record' ? data.node.linkCounts : []
  return (
    <select
      className={parts.select}
      aria-label={text.record.filterLinks}
      value={kind}
      onChange={(event) => onChange(event.target.value as LinkKind | '')}
    >
      <option value="">{text.record.allKinds}</option>
      {counts.map((c) => (
        <option key={c.kind} value={c.kind}>
          {text.linkKinds[c.kind]} ({number(c.count)})
        </option>
      ))}
    </select>
  )
}

function LinkPages({ record, kind }: Omit<FilterProps, 'onChange'>) {
  const { text } = useSpeech()
  const read = useCallback(
    async (after: string | null, signal: AbortSignal) => {
      const filter = kind === '' ? null : { kinds: [kind] }
      const { node } = await ask(RecordLinksDocument, { id: record, filter, first: 50, after }, signal)
      if (node?.__typename !== 'Record') throw new Failure('NOT_FOUND', '')
      return node.links
    },
    [record, kind],
  )
  const pages = usePages(read)
  return (
    <>
      {pages.items.length > 0 && <LinkTable links={pages.items} record={record} />}
      {pages.totalCount === 0 && <p className={parts.empty}>{text.record.noLinks}</p>}
      {pages.failure && <FailureNote failure={pages.failure} />}
      <MoreRow pages={pages} />
    </>
  )
}

import { useState } from 'react'
import { Link } from 'wouter'
import { veiled } from '../api/privacy'
import { addToCanvas } from '../canvas/address'
import type { SearchInput, SearchQuery } from '../gql/graphql'
import { Kind } from '../kinds/Kind'
import { Marks } from '../kinds/Marking'
import { Grading, Owner } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useMe } from '../session/SessionProvider'
import { sharingAddress } from '../sharing/address'
import parts from '../shell/parts.module.css'
import { maybe, readers, writers } from '../shell/places'
import { FoundIn } from './FoundIn'

type Found = SearchQuery['search'][number]

interface Props {
  /** What was asked: each row says why it is an answer. */
  input: SearchInput
  results: Found[]
  cut: boolean
}

/** What was found, with the way to each record and to the canvas. */
export function SearchResults({ input, results, cut }: Props) {
  const { text, count } = useSpeech()
  const words = text.search
  const { roles } = useMe()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) => setChosen((old) => old.symmetricDifference(new Set([id])))
  if (results.length === 0)
    return (
      <div className={`${parts.panel} ${parts.empty}`} role="status">
        <strong>{words.nothing}</strong>
        <span>{words.nothingHint}</span>
      </div>
    )
  const present = results.filter((r) => chosen.has(r.id)).map((r) => r.id)
  return (
    <section className={parts.panel} aria-label={words.title}>
      <div className={parts.panelHead}>
        <span role="status">
          <strong>{count(words.results, results.length)}</strong>{' '}
          {cut && <span className={parts.hint}>{fill(words.cut, { n: results.length })}</span>}
        </span>
        {present.length > 0 && (
          <span className={parts.row}>
            {count(words.selected, present.length)}
            {maybe(roles, readers) && present.length > 1 && (
              <Link className={parts.button} href={`/connect#records=${present.join(',')}`}>
                {text.shell.connect}
              </Link>
            )}
            {maybe(roles, writers) && (
              <Link className={parts.button} href={sharingAddress(present)}>
                {text.shell.sharing}
              </Link>
            )}
            <Link className={parts.primary} href={addToCanvas(present)}>
              {words.onCanvas}
            </Link>
          </span>
        )}
      </div>
      <div className={parts.scroll}>
        <table className={parts.table}>
          <thead>
            <tr>
              <td />
              <th scope="col">{words.label}</th>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.owner}</th>
              <th scope="col">{words.source}</th>
              <th scope="col">{words.marking}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {results.map((found) => (
              <ResultRow
                key={found.id}
                input={input}
                found={found}
                chosen={chosen.has(found.id)}
                onToggle={toggle}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface RowProps {
  input: SearchInput
  found: Found
  chosen: boolean
  onToggle: (id: string) => void
}

function ResultRow({ input, found, chosen, onToggle }: RowProps) {
  const { text } = useSpeech()
  const words = text.search
  const named = { label: found.label }
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={fill(words.choose, named)}
          checked={chosen}
          onChange={() => onToggle(found.id)}
        />
      </td>
      <td>
        <Link href={`/records/${found.id}`}>
          <strong>{found.label}</strong>
        </Link>
        <FoundIn details={found.details} label={found.label} input={input} />
      </td>
      <td>
        <Kind kind={found.kind} />
      </td>
      <td>
        <Owner owner={found.owner} />
      </td>
      <td>
        {veiled(found.source)} · <Grading grading={found.grading} />
      </td>
      <td>
        <Marks marking={found.marking} />
      </td>
      <td>
        <Link
          className={parts.quiet}
          href={addToCanvas([found.id])}
          aria-label={fill(words.onCanvasOf, named)}
        >
          {words.onCanvas}
        </Link>
      </td>
    </tr>
  )
}

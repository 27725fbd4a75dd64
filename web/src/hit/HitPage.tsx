import { useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../api/ask'
import { EntryForm } from '../entry/EntryForm'
import { FieldError } from '../entry/FieldError'
import { AskHitDocument, type AskHitMutation } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { NumberFields } from '../search/NumberFields'
import search from '../search/search.module.css'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'
import { askedFor } from './input'
import { askable } from './schemes'
import { useHitTexts } from './texts'

type Hits = AskHitMutation['askHit']['hits']

/** Asks which other organisations hold an exact number, or a person, out of the reader's sight. */
export default function HitPage() {
  const { text } = useSpeech()
  const words = useHitTexts()
  useTitle(text.shell.askPartners)
  const [by, setBy] = useState<'number' | 'person'>('number')
  const [hits, setHits] = useState<Hits | null>(null)
  const write = async (form: FormData, idempotencyKey: string) => {
    setHits(null)
    const { askHit } = await ask(AskHitDocument, { input: { idempotencyKey, ...askedFor(form) } })
    setHits(askHit.hits)
  }
  return (
    <div className={parts.page}>
      <h1>{text.shell.askPartners}</h1>
      <p className={parts.lead}>{words.lead}</p>
      <EntryForm write={write} submit={words.go}>
        <fieldset className={search.by}>
          <legend className={parts.hidden}>{words.by}</legend>
          {(['number', 'person'] as const).map((way) => (
            <label key={way} className={search.way}>
              <input type="radio" name="by" checked={by === way} onChange={() => setBy(way)} />
              {words[way]}
            </label>
          ))}
        </fieldset>
        <div className={search.fields}>
          {by === 'number' ? <NumberFields last={null} schemes={askable} /> : <PersonFields />}
        </div>
        <FieldError id="hit-number" path="identifier" />
      </EntryForm>
      <div role="status">{hits && <Holders hits={hits} />}</div>
    </div>
  )
}

function PersonFields() {
  const words = useHitTexts()
  return (
    <>
      <label className={`${parts.field} ${search.wide}`}>
        <span>{words.name}</span>
        <input className={parts.input} name="name" required autoComplete="off" />
        <span className={parts.hint}>{words.nameHint}</span>
        <FieldError id="hit-name" path="name" />
      </label>
      <label className={parts.field}>
        <span>{words.birthDate}</span>
        <input className={parts.input} type="date" name="birthDate" required />
        <FieldError id="hit-birth" path="birthDate" />
      </label>
    </>
  )
}

function Holders({ hits }: { hits: Hits }) {
  const { text } = useSpeech()
  const words = useHitTexts()
  return (
    <Panel title={words.answer}>
      {hits.length === 0 ? (
        <p className={parts.empty}>{words.none}</p>
      ) : (
        <DataTable
          name={words.answer}
          columns={[words.organisation, words.country, words.contact]}
          rows={hits.map(({ organisation: { id, name, country, contact } }) => ({
            key: id,
            cells: [name, country, contact],
          }))}
        />
      )}
      <p className={`${parts.hint} ${parts.panelBody}`}>
        {words.inSight} <Link href="/search">{text.search.title}</Link>
      </p>
    </Panel>
  )
}

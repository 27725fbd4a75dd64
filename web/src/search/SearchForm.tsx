import { type FormEvent, useState } from 'react'
import type { IdentifierScheme, RecordKind, SearchInput } from '../gql/graphql'
import { recordKinds } from '../kinds/look'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import { searchInput } from './input'
import { NumberFields } from './NumberFields'
import styles from './search.module.css'

interface Props {
  last: SearchInput | null
  onSearch: (input: SearchInput) => void
}

/** Words or a number, and of which kinds. */
export function SearchForm({ last, onSearch }: Props) {
  const { text } = useSpeech()
  const words = text.search
  const [by, setBy] = useState<'words' | 'number'>(last?.identifier ? 'number' : 'words')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const field = (name: string) => String(form.get(name) ?? '')
    const input = searchInput({
      words: field('words'),
      scheme: field('scheme') as IdentifierScheme,
      value: field('value'),
      country: field('country'),
      kinds: form.getAll('kind') as RecordKind[],
    })
    if (input) onSearch(input)
  }
  return (
    <form className={`${parts.panel} ${styles.form}`} onSubmit={submit}>
      <fieldset className={styles.by}>
        <legend className={parts.hidden}>{words.by}</legend>
        {(['words', 'number'] as const).map((way) => (
          <label key={way} className={styles.way}>
            <input type="radio" name="by" checked={by === way} onChange={() => setBy(way)} />
            {words[way]}
          </label>
        ))}
      </fieldset>
      <div className={styles.fields}>
        {by === 'words' ? (
          <WordsField text={last?.text ?? ''} />
        ) : (
          <NumberFields last={last?.identifier ?? null} />
        )}
        <button type="submit" className={`${parts.primary} ${styles.go}`}>
          {words.go}
        </button>
      </div>
      {by === 'words' && <KindChoice chosen={last?.kinds ?? []} />}
    </form>
  )
}

function WordsField({ text: last }: { text: string }) {
  const { text } = useSpeech()
  return (
    <label className={`${parts.field} ${styles.wide}`}>
      <span>{text.search.words}</span>
      <input
        className={parts.input}
        type="search"
        name="words"
        required
        autoComplete="off"
        defaultValue={last}
      />
      <span className={parts.hint}>{text.search.wordsHint}</span>
    </label>
  )
}

function KindChoice({ chosen }: { chosen: RecordKind[] }) {
  const { text } = useSpeech()
  return (
    <fieldset className={styles.kinds}>
      <legend className={parts.fieldLabel}>{text.search.kinds}</legend>
      {recordKinds.map((kind) => (
        <label key={kind} className={styles.kind}>
          <input type="checkbox" name="kind" value={kind} defaultChecked={chosen.includes(kind)} />
          {text.kinds[kind]}
        </label>
      ))}
    </fieldset>
  )
}

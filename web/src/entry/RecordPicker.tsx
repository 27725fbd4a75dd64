import { useState } from 'react'
import { useAnswer } from '../api/useAnswer'
import { EntryRecordDocument, EntrySearchDocument } from '../gql/graphql'
import { Kind } from '../kinds/Kind'
import { useSpeech } from '../language/LanguageProvider'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import styles from './entry.module.css'

interface Props {
  legend: string
  chosen: string | null
  onChoose: (id: string | null) => void
}

/** Chooses a record by words of its name. */
export function RecordPicker({ legend, chosen, onChoose }: Props) {
  return (
    <fieldset className={styles.section}>
      <legend>{legend}</legend>
      {chosen === null ? <Finder onChoose={onChoose} /> : <Chosen id={chosen} onChoose={onChoose} />}
    </fieldset>
  )
}

function Chosen({ id, onChoose }: { id: string; onChoose: Props['onChoose'] }) {
  const { text } = useSpeech()
  const answer = useAnswer(EntryRecordDocument, { id })
  return (
    <>
      <Answered answer={answer}>
        {({ node }) =>
          node?.__typename === 'Record' && (
            <p>
              <Kind kind={node.kind} /> <strong>{node.label}</strong>{' '}
              <span className={parts.hint}>{node.owner.name}</span>
            </p>
          )
        }
      </Answered>
      <button type="button" className={parts.button} onClick={() => onChoose(null)}>
        {text.entry.another}
      </button>
    </>
  )
}

function Finder({ onChoose }: { onChoose: Props['onChoose'] }) {
  const { text } = useSpeech()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const answer = useAnswer(EntrySearchDocument, asked === '' ? null : { input: { text: asked, first: 20 } })
  const find = () => setAsked(typed.trim())
  return (
    <>
      <label className={parts.field}>
        <span>{text.search.words}</span>
        <input
          className={parts.input}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            // Enter in here looks, and does not send the form round it.
            event.preventDefault()
            find()
          }}
        />
      </label>
      <button type="button" className={parts.button} onClick={find}>
        {text.search.go}
      </button>
      {asked !== '' && (
        <Answered answer={answer}>
          {({ search }) =>
            search.length === 0 ? (
              <p className={parts.hint}>{text.search.nothing}</p>
            ) : (
              <ul className={styles.found}>
                {search.map((record) => (
                  <li key={record.id}>
                    <button type="button" className={parts.quiet} onClick={() => onChoose(record.id)}>
                      <Kind kind={record.kind} named={false} /> {record.label} · {record.owner.name}
                    </button>
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      )}
    </>
  )
}

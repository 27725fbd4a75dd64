import { useState } from 'react'
import { useAnswer } from '../api/useAnswer'
import { EntrySearchDocument, type RecordKind } from '../gql/graphql'
import { Kind } from '../kinds/Kind'
import { useSpeech } from '../language/LanguageProvider'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import styles from './work.module.css'

interface Props {
  /** What is looked for, for who cannot see round which field this stands. */
  legend: string
  /** Only records of these kinds are offered; left out: any. */
  kinds?: RecordKind[] | undefined
  onChoose: (id: string, label: string) => void
}

/** Looks for records by words of a name, and offers each that was found. */
export function RecordFinder({ legend, kinds, onChoose }: Props) {
  const { text } = useSpeech()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const answer = useAnswer(
    EntrySearchDocument,
    asked === '' ? null : { input: { text: asked, kinds: kinds ?? null, first: 12 } },
  )
  const find = () => setAsked(typed.trim())
  return (
    <>
      <div className={parts.row}>
        <input
          className={`${parts.input} ${styles.words}`}
          type="search"
          aria-label={`${legend}: ${text.search.words}`}
          placeholder={text.search.words}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            // Enter in here looks, and does not send the form round it.
            event.preventDefault()
            find()
          }}
        />
        <button type="button" className={parts.button} onClick={find}>
          {text.search.go}
        </button>
      </div>
      {asked !== '' && (
        <Answered answer={answer}>
          {({ search }) =>
            search.length === 0 ? (
              <p className={parts.hint}>{text.search.nothing}</p>
            ) : (
              <ul className={styles.found}>
                {search.map((record) => (
                  <li key={record.id}>
                    <button
                      type="button"
                      className={parts.quiet}
                      onClick={() => onChoose(record.id, record.label)}
                    >
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

import { useState } from 'react'
import { useAnswer } from '../api/useAnswer'
import { EntrySearchDocument, type RecordKind, ShareElementsDocument } from '../gql/graphql'
import { ElementName } from '../kinds/Element'
import { Kind } from '../kinds/Kind'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import styles from './work.module.css'

interface Props {
  legend: string
  hint?: string
  /** Ids of records. */
  chosen: readonly string[]
  onChange: (ids: string[]) => void
  /** Only records of these kinds are offered; left out: any. */
  kinds?: RecordKind[]
}

/** A list of records that grows by searching and shrinks by a button each. */
export function ChosenRecords({ legend, hint, chosen, onChange, kinds }: Props) {
  return (
    <fieldset className={styles.section}>
      <legend>{legend}</legend>
      {hint && <p className={parts.hint}>{hint}</p>}
      {chosen.length > 0 && <ChosenList chosen={chosen} onChange={onChange} />}
      <Finder
        legend={legend}
        kinds={kinds}
        onChoose={(id) => {
          if (!chosen.includes(id)) onChange([...chosen, id])
        }}
      />
    </fieldset>
  )
}

function ChosenList({ chosen, onChange }: Pick<Props, 'chosen' | 'onChange'>) {
  const words = useWork().work
  const answer = useAnswer(ShareElementsDocument, { ids: [...chosen] })
  return (
    <Answered answer={answer}>
      {({ nodes }) => (
        <ol className={styles.chosen}>
          {nodes.map(
            (node) =>
              node && (
                <li key={node.id}>
                  <ElementName element={node} />{' '}
                  <button
                    type="button"
                    className={parts.quiet}
                    aria-label={fill(words.takeOutOf, { label: 'label' in node ? node.label : node.id })}
                    onClick={() => onChange(chosen.filter((id) => id !== node.id))}
                  >
                    {words.takeOut}
                  </button>
                </li>
              ),
          )}
        </ol>
      )}
    </Answered>
  )
}

interface FinderProps {
  legend: string
  kinds: RecordKind[] | undefined
  onChoose: (id: string) => void
}

function Finder({ legend, kinds, onChoose }: FinderProps) {
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

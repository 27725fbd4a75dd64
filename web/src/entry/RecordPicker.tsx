import { useAnswer } from '../api/useAnswer'
import { EntryRecordDocument } from '../gql/graphql'
import { Kind } from '../kinds/Kind'
import { useSpeech } from '../language/LanguageProvider'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { RecordFinder } from '../work/RecordFinder'
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
      {chosen === null ? (
        <RecordFinder legend={legend} onChoose={onChoose} />
      ) : (
        <Chosen id={chosen} onChoose={onChoose} />
      )}
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

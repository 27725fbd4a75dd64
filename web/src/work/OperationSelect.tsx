import { useAnswer } from '../api/useAnswer'
import { EntryChoicesDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'

const nothing = {}

interface Props {
  label: string
  /** What choosing none means. */
  none: string | null
  value: string
  onChange: (id: string) => void
}

/** One of the officer's operations. */
export function OperationSelect({ label, none, value, onChange }: Props) {
  const { text } = useSpeech()
  const answer = useAnswer(EntryChoicesDocument, nothing)
  return (
    <Answered answer={answer}>
      {({ operations }) => (
        <label className={parts.field}>
          <span>{label}</span>
          <select
            className={parts.select}
            required={none === null}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          >
            <option value="">{none ?? text.entry.choose}</option>
            {operations.map((operation) => (
              <option key={operation.id} value={operation.id}>
                {operation.name}
              </option>
            ))}
          </select>
        </label>
      )}
    </Answered>
  )
}

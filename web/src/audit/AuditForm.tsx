import { type FormEvent, useState } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { useMe } from '../session/SessionProvider'
import parts from '../shell/parts.module.css'
import { maybe, readers } from '../shell/places'
import { RecordFinder } from '../work/RecordFinder'
import styles from './audit.module.css'
import type { AuditQuestion, KnownOfficer } from './question'
import { useAuditTexts } from './texts'

interface Props {
  question: AuditQuestion | null
  officers: readonly KnownOfficer[]
  onFind: (found: { id: string; label: string }) => void
  onAsk: (question: AuditQuestion) => void
}

/** About what or whom the log is asked, and between which days. */
export function AuditForm({ question, officers, onFind, onAsk }: Props) {
  const { text } = useSpeech()
  const words = text.audit
  const own = useAuditTexts()
  const reads = maybe(useMe().roles, readers)
  const [about, setAbout] = useState(question?.about ?? (reads ? 'element' : 'officer'))
  const [id, setId] = useState(question?.id ?? '')
  const known = officers.some((one) => one.id === id)
  const [byId, setById] = useState(id !== '' && !known)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const day = (name: string) => String(form.get(name) ?? '')
    onAsk({ about, id: id.trim(), from: day('from'), until: day('until') })
  }
  const become = (next: AuditQuestion['about']) => {
    setAbout(next)
    setById(false)
    setId('')
  }
  return (
    <form className={`${parts.panel} ${styles.form}`} onSubmit={submit}>
      <label className={parts.field}>
        <span>{words.about}</span>
        <select
          className={parts.select}
          value={about}
          onChange={(event) => become(event.target.value === 'officer' ? 'officer' : 'element')}
        >
          <option value="element">{own.anElement}</option>
          <option value="officer">{words.officer}</option>
        </select>
      </label>
      {about === 'officer' && (
        <OfficerChoice
          chosen={known ? id : byId ? another : ''}
          officers={officers}
          choose={(chosen) => {
            setById(chosen === another)
            setId(chosen === another ? '' : chosen)
          }}
        />
      )}
      {(about === 'element' || byId) && (
        <label className={`${parts.field} ${styles.wide}`}>
          <span>{words.id}</span>
          <input
            className={parts.input}
            required
            autoComplete="off"
            value={id}
            onChange={(event) => setId(event.target.value)}
          />
          <span className={parts.hint}>{reads || about === 'officer' ? words.idHint : own.elementHint}</span>
        </label>
      )}
      <label className={parts.field}>
        <span>{words.from}</span>
        <input className={parts.input} type="date" name="from" defaultValue={question?.from} />
      </label>
      <label className={parts.field}>
        <span>{words.until}</span>
        <input className={parts.input} type="date" name="until" defaultValue={question?.until} />
      </label>
      <button type="submit" className={parts.primary}>
        {words.ask}
      </button>
      {about === 'element' && reads && (
        <fieldset className={styles.find}>
          <legend>{own.find}</legend>
          <p className={parts.hint}>{own.findHint}</p>
          <RecordFinder
            legend={own.find}
            onChoose={(chosen, label) => {
              setId(chosen)
              onFind({ id: chosen, label })
            }}
          />
        </fieldset>
      )}
    </form>
  )
}

/** Chosen in place of an officer who is known by name. */
const another = 'another'

interface ChoiceProps {
  chosen: string
  officers: readonly KnownOfficer[]
  choose: (id: string) => void
}

/** The officers that are known by name; anybody else by id. */
function OfficerChoice({ chosen, officers, choose }: ChoiceProps) {
  const { text } = useSpeech()
  const own = useAuditTexts()
  return (
    <label className={`${parts.field} ${styles.officer}`}>
      <span>{text.audit.officer}</span>
      <select
        className={parts.select}
        required
        value={chosen}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{text.entry.choose}</option>
        {officers.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
        <option value={another}>{own.byId}</option>
      </select>
      <span className={parts.hint}>{own.officerHint}</span>
    </label>
  )
}

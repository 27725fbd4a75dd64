import { useId, useState } from 'react'
import { useAnswer } from '../api/useAnswer'
import { type Compartment, EntryChoicesDocument, type Handling, type Scope } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import styles from './entry.module.css'
import { FieldError } from './FieldError'

const scopes = ['PRIVATE', 'ORGANISATIONS', 'JOINT_TEAMS', 'EVERYONE'] as const satisfies readonly Scope[]
type Choice = (typeof scopes)[number]
const nothing = {}

/** Who may see it and what may be done with it. Nothing chosen leaves the marking to the hub, or as it was. */
export function MarkingFields({ amending }: { amending: boolean }) {
  const { text } = useSpeech()
  const words = text.entry
  const [scope, setScope] = useState<Choice | ''>('')
  const error = useId()
  return (
    <fieldset className={styles.section}>
      <legend>{text.record.marking}</legend>
      <label className={parts.field}>
        <span>{text.record.audience}</span>
        <select
          className={parts.select}
          name="marking.scope"
          value={scope}
          onChange={(event) => setScope(scopes.find((one) => one === event.target.value) ?? '')}
        >
          <option value="">{amending ? words.markingAsItWas : words.markingOwn}</option>
          {scopes.map((one) => (
            <option key={one} value={one}>
              {text.scopes[one]}
            </option>
          ))}
        </select>
      </label>
      <Receivers scope={scope} />
      {scope !== '' && <Conditions />}
      <FieldError id={error} path="marking" />
    </fieldset>
  )
}

function Receivers({ scope }: { scope: Choice | '' }) {
  const { text } = useSpeech()
  const { organisation } = useMe()
  const asked = scope === 'ORGANISATIONS' || scope === 'JOINT_TEAMS'
  const answer = useAnswer(EntryChoicesDocument, asked ? nothing : null)
  if (!asked) return null
  return (
    <Answered answer={answer}>
      {({ organisations, operations }) =>
        scope === 'JOINT_TEAMS' ? (
          <Checks name="marking.operations" legend={text.shell.operations} choices={operations} />
        ) : (
          <Checks
            name="marking.organisations"
            legend={text.entry.organisations}
            choices={organisations.filter((other) => other.id !== organisation.id)}
          />
        )
      }
    </Answered>
  )
}

function Conditions() {
  const { text } = useSpeech()
  const words = text.record
  const named = <Code extends string>(texts: Record<Code, string>) =>
    (Object.keys(texts) as Code[]).map((id) => ({ id, name: texts[id] }))
  const handling = (Object.keys(text.handling) as Handling[]).map((id) => ({
    id,
    name: `${id}: ${text.handling[id]}`,
  }))
  return (
    <>
      <label className={parts.field}>
        <span>{words.classification}</span>
        <select className={parts.select} name="marking.classification" defaultValue="OFFICIAL_SENSITIVE">
          {named(text.classifications).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Checks
        name="marking.compartments"
        legend={words.compartments}
        choices={named<Compartment>(text.compartments)}
      />
      <Checks name="marking.handling" legend={words.handling} choices={handling} />
      <div className={styles.grid}>
        <label className={parts.field}>
          <span>{words.restrictions}</span>
          <input className={parts.input} name="marking.restrictions" autoComplete="off" />
        </label>
        <label className={parts.field}>
          <span>{words.embargo}</span>
          <input className={parts.input} type="datetime-local" name="marking.embargo" />
        </label>
        <label className={parts.field}>
          <span>{words.expires}</span>
          <input className={parts.input} type="datetime-local" name="marking.expires" />
        </label>
        <label className={parts.field}>
          <span>{words.review}</span>
          <input className={parts.input} type="datetime-local" name="marking.review" />
        </label>
      </div>
    </>
  )
}

interface ChecksProps {
  name: string
  legend: string
  choices: readonly { id: string; name: string }[]
}

function Checks({ name, legend, choices }: ChecksProps) {
  return (
    <fieldset className={styles.codes}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.id} className={styles.flag}>
          <input type="checkbox" name={name} value={choice.id} />
          {choice.name}
        </label>
      ))}
    </fieldset>
  )
}

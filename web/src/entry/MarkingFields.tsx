import { useId, useState } from 'react'
import type { Compartment, Scope } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import { AudienceFields } from '../work/AudienceFields'
import { Checks, named, withCodes } from '../work/Checks'
import styles from './entry.module.css'
import { FieldError } from './FieldError'

const scopes = ['PRIVATE', 'ORGANISATIONS', 'JOINT_TEAMS', 'EVERYONE'] as const satisfies readonly Scope[]

/** Who may see it and what may be done with it. Nothing chosen leaves the marking to the hub, or as it was. */
export function MarkingFields({ amending }: { amending: boolean }) {
  const { text } = useSpeech()
  const words = text.entry
  const [chosen, setChosen] = useState(false)
  const error = useId()
  return (
    <fieldset className={styles.section}>
      <legend>{text.record.marking}</legend>
      <AudienceFields
        scopes={scopes}
        none={amending ? words.markingAsItWas : words.markingOwn}
        prefix="marking."
        onScope={(scope) => setChosen(scope !== '')}
      />
      {chosen && <Conditions />}
      <FieldError id={error} path="marking" />
    </fieldset>
  )
}

function Conditions() {
  const { text } = useSpeech()
  const words = text.record
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
      <Checks name="marking.handling" legend={words.handling} choices={withCodes(text.handling)} />
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

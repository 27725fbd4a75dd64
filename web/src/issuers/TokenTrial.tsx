import { useState } from 'react'
import { ask } from '../api/ask'
import { EntryForm } from '../entry/EntryForm'
import { FieldError } from '../entry/FieldError'
import { DryRunIssuerDocument, type DryRunIssuerQuery, type OrganisationPartsFragment } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import styles from '../work/work.module.css'
import { namesOf } from './IssuerFacts'
import { useIssuerTexts } from './texts'

interface Props {
  /** The entry as it stands in the field. */
  entry: () => string
  organisations: readonly OrganisationPartsFragment[]
}

/** What a pasted token would become. It goes to the hub for that and is kept nowhere. */
export function TokenTrial({ entry, organisations }: Props) {
  const words = useIssuerTexts()
  const [trial, setTrial] = useState<DryRunIssuerQuery['dryRunIssuer'] | null>(null)
  const write = async (form: FormData) => {
    setTrial(null)
    const token = String(form.get('token')).trim()
    setTrial((await ask(DryRunIssuerDocument, { entry: entry(), token })).dryRunIssuer)
  }
  return (
    <section className={styles.section} aria-label={words.trial}>
      <h3>{words.trial}</h3>
      <EntryForm write={write} submit={words.trialGo}>
        <label className={parts.field}>
          <span>{words.token} *</span>
          <textarea
            className={parts.input}
            name="token"
            rows={3}
            required
            spellCheck={false}
            autoComplete="off"
          />
          <span className={parts.hint}>{words.tokenHint}</span>
        </label>
        <FieldError id="trial-said" path="entry" />
      </EntryForm>
      <div role="status">{trial && <Outcome trial={trial} organisations={organisations} />}</div>
    </section>
  )
}

interface OutcomeProps {
  trial: DryRunIssuerQuery['dryRunIssuer']
  organisations: readonly OrganisationPartsFragment[]
}

function Outcome({ trial, organisations }: OutcomeProps) {
  const { text } = useSpeech()
  const words = useIssuerTexts()
  if (!trial.accepted)
    return (
      <p>
        <strong>{words.refused}</strong> <span lang="en">{trial.reason}</span>
      </p>
    )
  const { organisation, roles, clearances, proved } = trial
  return (
    <>
      <p>
        <strong>{words.accepted}</strong>
      </p>
      <dl className={parts.facts}>
        <dt>{words.organisation}</dt>
        <dd>{organisation && namesOf([organisation], organisations)}</dd>
        <dt>{words.roles}</dt>
        <dd>{roles.map((role) => text.roles[role]).join(', ') || text.shell.none}</dd>
        <dt>{words.clearances}</dt>
        <dd>{clearances.map((one) => text.compartments[one]).join(', ') || text.shell.none}</dd>
        <dt>{words.gravest}</dt>
        <dd>{proved ? words.gravestYes : words.gravestNo}</dd>
      </dl>
    </>
  )
}

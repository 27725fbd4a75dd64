import { useState } from 'react'
import { ask } from '../api/ask'
import { EntryForm } from '../entry/EntryForm'
import {
  type IssuerPartsFragment,
  type OrganisationPartsFragment,
  SuspendIssuerDocument,
} from '../gql/graphql'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { Panel } from '../work/Panel'
import styles from '../work/work.module.css'
import { Draft } from './Draft'
import { IssuerFacts } from './IssuerFacts'
import own from './issuers.module.css'
import { useIssuerTexts } from './texts'

interface Props {
  issuer: IssuerPartsFragment
  organisations: readonly OrganisationPartsFragment[]
  again: () => void
  onWrite: () => void
}

/** One issuer, what waits for a second administrator, and what may be done about it. */
export function IssuerCard({ issuer, organisations, again, onWrite }: Props) {
  const words = useIssuerTexts()
  const { displayName, state, entry } = issuer
  const [suspending, setSuspending] = useState(false)
  return (
    <Panel
      title={displayName}
      beside={<span className={state === 'SUSPENDED' ? parts.strict : parts.tag}>{words.states[state]}</span>}
    >
      <IssuerFacts issuer={issuer} organisations={organisations} />
      {entry && (
        <details className={parts.panelBody}>
          <summary>{fill(words.inForce, { name: displayName })}</summary>
          <pre className={own.entry}>{entry}</pre>
        </details>
      )}
      <Draft issuer={issuer} again={again} />
      <div className={`${parts.panelBody} ${parts.row}`}>
        <button
          type="button"
          className={parts.button}
          aria-label={fill(state === 'SUSPENDED' ? words.trustAgainOf : words.changeOf, {
            name: displayName,
          })}
          onClick={onWrite}
        >
          {state === 'SUSPENDED' ? words.trustAgain : words.change}
        </button>
        {state === 'ACTIVE' && (
          <button
            type="button"
            className={parts.button}
            aria-expanded={suspending}
            aria-label={fill(words.suspendOf, { name: displayName })}
            onClick={() => setSuspending(!suspending)}
          >
            {words.suspend}
          </button>
        )}
      </div>
      {suspending && state === 'ACTIVE' && <Suspend issuer={issuer} again={again} />}
    </Panel>
  )
}

function Suspend({ issuer, again }: { issuer: IssuerPartsFragment; again: () => void }) {
  const words = useIssuerTexts()
  const write = async () => {
    await ask(SuspendIssuerDocument, { name: issuer.name })
    again()
  }
  return (
    <div className={styles.form}>
      <p className={parts.hint}>{words.suspendHint}</p>
      <EntryForm write={write} submit={words.suspendGo}>
        <label className={styles.flag}>
          <input type="checkbox" required />
          {fill(words.suspendSure, { name: issuer.displayName })}
        </label>
      </EntryForm>
    </div>
  )
}

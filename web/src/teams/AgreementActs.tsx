import { useState } from 'react'
import { useLocation } from 'wouter'
import { ask } from '../api/ask'
import { EntryForm } from '../entry/EntryForm'
import {
  AmendOperationDocument,
  EndOperationDocument,
  ExtendOperationDocument,
  WithdrawPartyDocument,
} from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import parts from '../shell/parts.module.css'
import { Panel } from '../work/Panel'
import styles from '../work/work.module.css'
import { AgreementFields, agreementOf } from './AgreementFields'
import type { TeamProps } from './TeamPage'

const acts = ['extend', 'amend', 'end', 'leave'] as const
type AgreementAct = (typeof acts)[number]

/** Another last day, another agreement, the end, or one's own leaving. */
export function AgreementActs({ team, again }: TeamProps) {
  const words = useWork().teams
  const [chosen, setChosen] = useState<AgreementAct | null>(null)
  return (
    <Panel title={words.change}>
      <div className={`${parts.panelBody} ${parts.row}`}>
        {acts.map((one) => (
          <button
            key={one}
            type="button"
            className={chosen === one ? `${parts.button} ${parts.pressed}` : parts.button}
            aria-pressed={chosen === one}
            onClick={() => setChosen(chosen === one ? null : one)}
          >
            {words.acts[one]}
          </button>
        ))}
      </div>
      {chosen && (
        <div className={styles.form}>
          <p className={parts.hint}>{words.actHints[chosen]}</p>
          <ActForm key={chosen} act={chosen} team={team} again={again} />
        </div>
      )}
    </Panel>
  )
}

function ActForm({ act, team, again }: TeamProps & { act: AgreementAct }) {
  const words = useWork().teams
  const { text } = useSpeech()
  const { organisation } = useMe()
  const [, go] = useLocation()
  const { id, version } = team
  const write = async (form: FormData, idempotencyKey: string) => {
    const read = { idempotencyKey, id, version }
    switch (act) {
      case 'extend':
        await ask(ExtendOperationDocument, { input: { ...read, until: String(form.get('until')) || null } })
        break
      case 'amend':
        await ask(AmendOperationDocument, {
          input: {
            ...read,
            name: String(form.get('name')).trim(),
            agreement: agreementOf(form),
            parties: [organisation.id, ...form.getAll('parties').map(String)],
          },
        })
        break
      case 'end':
        await ask(EndOperationDocument, { input: read })
        break
      case 'leave': {
        const { withdrawParty } = await ask(WithdrawPartyDocument, { input: { idempotencyKey, id } })
        if (!withdrawParty.operation) {
          go('/teams')
          return
        }
      }
    }
    again()
  }
  return (
    <EntryForm write={write} submit={words.actGo[act]}>
      {act === 'extend' && (
        <label className={parts.field}>
          <span>{words.until}</span>
          <input className={parts.input} type="date" name="until" defaultValue={team.agreement.until ?? ''} />
        </label>
      )}
      {act === 'amend' && (
        <AgreementFields
          before={{
            name: team.name,
            agreement: team.agreement,
            parties: team.parties.filter((party) => !party.until).map((party) => party.organisation.id),
          }}
        />
      )}
      {act === 'leave' && (
        <label className={styles.flag}>
          <input type="checkbox" required />
          {words.leaveSure} {text.operations.name}: {team.name}
        </label>
      )}
    </EntryForm>
  )
}

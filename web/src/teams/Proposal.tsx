import { ask } from '../api/ask'
import { SignOperationDocument } from '../gql/graphql'
import { Owner } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { Term } from '../operations/Agreement'
import { useMe } from '../session/SessionProvider'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { maybe, teamAdministrators } from '../shell/places'
import { Panel } from '../work/Panel'
import { useAct } from '../work/useAct'
import type { TeamProps } from './TeamPage'

/** What the parties are asked to sign, who has, and the signature of one's own organisation. */
export function Proposal({ team, again }: TeamProps) {
  const { text, instant } = useSpeech()
  const words = useWork().teams
  const { organisation, roles } = useMe()
  const { act, busy, failure } = useAct()
  const { proposal, id, version } = team
  if (!proposal) return null
  const waits = proposal.awaits.some((one) => one.id === organisation.id)
  const sign = async () => {
    if (await act((idempotencyKey) => ask(SignOperationDocument, { input: { idempotencyKey, id, version } })))
      again()
  }
  return (
    <Panel title={proposal.end ? words.endProposed : words.proposed}>
      <dl className={`${parts.facts} ${parts.panelBody}`}>
        <dt>{words.by}</dt>
        <dd>
          <Owner owner={proposal.by} /> · {instant(proposal.at)}
        </dd>
        {!proposal.end && (
          <>
            <dt>{text.operations.name}</dt>
            <dd>{proposal.name}</dd>
            <dt>{text.operations.legalBasis}</dt>
            <dd>{proposal.agreement.legalBasis}</dd>
            <dt>{text.operations.purpose}</dt>
            <dd>{proposal.agreement.purpose}</dd>
            <dt>{text.operations.holds}</dt>
            <dd>
              <Term agreement={proposal.agreement} />
            </dd>
            <dt>{text.operations.parties}</dt>
            <dd>{proposal.parties.map((party) => `${party.name} (${party.country})`).join(', ')}</dd>
          </>
        )}
        <dt>{text.operations.signed}</dt>
        <dd>{proposal.signed.map((one) => `${one.organisation.name}, ${instant(one.at)}`).join(' · ')}</dd>
        <dt>{words.awaits}</dt>
        <dd>{proposal.awaits.map((one) => one.name).join(', ')}</dd>
      </dl>
      {waits && maybe(roles, teamAdministrators) && (
        <div className={`${parts.panelBody} ${parts.row}`}>
          <button type="button" className={parts.primary} disabled={busy} onClick={() => void sign()}>
            {fill(words.sign, { organisation: organisation.name })}
          </button>
          <span className={parts.hint}>{words.signHint}</span>
        </div>
      )}
      {failure && <FailureNote failure={failure} again={again} />}
    </Panel>
  )
}

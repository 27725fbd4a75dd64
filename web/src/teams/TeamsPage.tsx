import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { ask } from '../api/ask'
import { useAnswer } from '../api/useAnswer'
import { EntryForm } from '../entry/EntryForm'
import { ProposeOperationDocument, TeamOperationsDocument, type TeamOperationsQuery } from '../gql/graphql'
import { Validity } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { maybe, teamAdministrators } from '../shell/places'
import { useTitle } from '../shell/useTitle'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'
import { AgreementFields, agreementOf } from './AgreementFields'

const nothing = {}

/** The joint teams that the organisation is party to, and what waits for its signature. */
export default function TeamsPage() {
  const { text } = useSpeech()
  const words = useWork().teams
  useTitle(text.shell.teams)
  const { roles } = useMe()
  const answer = useAnswer(TeamOperationsDocument, nothing)
  const [proposing, setProposing] = useState(false)
  return (
    <div className={parts.page}>
      <div className={parts.titleRow}>
        <h1>{text.shell.teams}</h1>
        {maybe(roles, teamAdministrators) && (
          <button
            type="button"
            className={parts.primary}
            aria-expanded={proposing}
            onClick={() => setProposing(!proposing)}
          >
            {words.propose}
          </button>
        )}
      </div>
      <p className={parts.lead}>{words.lead}</p>
      {proposing && <Propose />}
      <Answered answer={answer}>{({ operations }) => <TeamList operations={operations} />}</Answered>
    </div>
  )
}

function TeamList({ operations }: TeamOperationsQuery) {
  const words = useWork().teams
  const { text } = useSpeech()
  const { organisation } = useMe()
  if (operations.length === 0)
    return (
      <div className={`${parts.panel} ${parts.empty}`}>
        <strong>{words.none}</strong>
        <span>{words.noneHint}</span>
      </div>
    )
  return (
    <Panel title={words.all}>
      <DataTable
        name={words.all}
        columns={[
          text.operations.name,
          text.operations.parties,
          text.operations.holds,
          text.operations.state,
          words.waits,
        ]}
        rows={operations.map((operation) => ({
          key: operation.id,
          cells: [
            <Link key="name" href={`/teams/${operation.id}`}>
              <strong>{operation.name}</strong>
            </Link>,
            operation.parties.map((party) => party.organisation.name).join(', '),
            <Validity key="holds" validity={operation.agreement} />,
            words.states[operation.state],
            operation.proposal?.awaits.some((one) => one.id === organisation.id) ? (
              <span key="waits" className={parts.strict}>
                {words.waitsForUs}
              </span>
            ) : (
              operation.proposal && words.waitsForOthers
            ),
          ],
        }))}
      />
    </Panel>
  )
}

function Propose() {
  const words = useWork().teams
  const [, go] = useLocation()
  const write = async (form: FormData, idempotencyKey: string) => {
    const { proposeOperation } = await ask(ProposeOperationDocument, {
      input: {
        idempotencyKey,
        name: String(form.get('name')).trim(),
        agreement: agreementOf(form),
        parties: form.getAll('parties').map(String),
      },
    })
    if (proposeOperation.operation) go(`/teams/${proposeOperation.operation.id}`)
  }
  return (
    <EntryForm write={write} submit={words.proposeGo}>
      <AgreementFields before={null} />
    </EntryForm>
  )
}

import { ask } from '../api/ask'
import { useAnswer } from '../api/useAnswer'
import { EntryForm } from '../entry/EntryForm'
import { AddMemberDocument, RemoveMemberDocument, TeamOfficersDocument, type TeamRole } from '../gql/graphql'
import { Owner, Validity } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { maybe, teamAdministrators } from '../shell/places'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'
import { useAct } from '../work/useAct'
import styles from '../work/work.module.css'
import type { TeamParts, TeamProps } from './TeamPage'

const nothing = {}

/** The officers of a team; those of one's own organisation come and go here. */
export function Members({ team, again }: TeamProps) {
  const { text } = useSpeech()
  const words = useWork().teams
  const { roles } = useMe()
  const administers = maybe(roles, teamAdministrators) && team.state !== 'ENDED'
  return (
    <Panel title={text.operations.members}>
      {team.members.length === 0 ? (
        <p className={parts.empty}>{team.state === 'ENDED' ? words.noMembersLeft : words.noMembers}</p>
      ) : (
        <DataTable
          name={text.operations.members}
          columns={[
            text.operations.member,
            text.operations.organisation,
            text.operations.role,
            text.operations.period,
            ...(administers ? [words.act] : []),
          ]}
          rows={team.members.map((member) => ({
            key: `${member.officerId} ${member.from}`,
            cells: [
              member.name,
              <Owner key="organisation" owner={member.organisation} />,
              text.teamRoles[member.role],
              <Validity key="period" validity={member} />,
              ...(administers ? [<Removal key="remove" team={team} member={member} again={again} />] : []),
            ],
          }))}
        />
      )}
      {administers && <AddMember team={team} again={again} />}
    </Panel>
  )
}

/** Takes an officer of one's own organisation out, who is in the team now. */
function Removal({ team, member, again }: TeamProps & { member: TeamParts['members'][number] }) {
  const words = useWork().teams
  const { organisation } = useMe()
  const { act, busy, failure } = useAct()
  if (member.organisation.id !== organisation.id) return null
  if (member.until !== null && member.until <= new Date().toISOString()) return null
  const input = { id: team.id, officer: member.officerId }
  const remove = async () => {
    if (await act((idempotencyKey) => ask(RemoveMemberDocument, { input: { idempotencyKey, ...input } })))
      again()
  }
  return (
    <>
      <button
        type="button"
        className={parts.quiet}
        disabled={busy}
        aria-label={fill(words.removeOf, { name: member.name })}
        onClick={() => void remove()}
      >
        {words.remove}
      </button>
      {failure && <FailureNote failure={failure} />}
    </>
  )
}

function AddMember({ team, again }: TeamProps) {
  const { text } = useSpeech()
  const words = useWork().teams
  const answer = useAnswer(TeamOfficersDocument, nothing)
  const now = new Date().toISOString()
  const inTeam = new Set(
    team.members.filter(({ until }) => until === null || until > now).map(({ officerId }) => officerId),
  )
  const write = async (form: FormData, idempotencyKey: string) => {
    const until = String(form.get('until') ?? '')
    await ask(AddMemberDocument, {
      input: {
        idempotencyKey,
        id: team.id,
        officer: String(form.get('officer')),
        role: String(form.get('role')) as TeamRole,
        until: until === '' ? null : `${until}T23:59:59Z`,
      },
    })
    again()
  }
  return (
    <Answered answer={answer}>
      {({ officers }) => (
        <div className={styles.form}>
          <EntryForm write={write} submit={words.add}>
            <fieldset className={styles.section}>
              <legend>{words.addMember}</legend>
              <p className={parts.hint}>{words.addHint}</p>
              <div className={styles.grid}>
                <label className={parts.field}>
                  <span>{text.operations.member}</span>
                  <select className={parts.select} name="officer" required>
                    {officers
                      .filter(({ id }) => !inTeam.has(id))
                      .map((officer) => (
                        <option key={officer.id} value={officer.id}>
                          {officer.name}
                        </option>
                      ))}
                  </select>
                </label>
                <label className={parts.field}>
                  <span>{text.operations.role}</span>
                  <select className={parts.select} name="role" defaultValue="INVESTIGATOR">
                    {(Object.keys(text.teamRoles) as TeamRole[]).map((role) => (
                      <option key={role} value={role}>
                        {text.teamRoles[role]}
                      </option>
                    ))}
                  </select>
                </label>
                <label className={parts.field}>
                  <span>{words.until}</span>
                  <input className={parts.input} type="date" name="until" />
                </label>
              </div>
            </fieldset>
          </EntryForm>
        </div>
      )}
    </Answered>
  )
}

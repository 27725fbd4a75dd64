import { Failure } from '../api/failure'
import { useAnswer } from '../api/useAnswer'
import { TeamOperationDocument, type TeamOperationQuery } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { Agreement } from '../operations/Agreement'
import { Parties } from '../operations/Team'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { maybe, teamAdministrators } from '../shell/places'
import { useTitle } from '../shell/useTitle'
import styles from '../work/work.module.css'
import { AgreementActs } from './AgreementActs'
import { Closing } from './Closing'
import { Evaluations } from './Evaluations'
import { Members } from './Members'
import { Proposal } from './Proposal'

/** A joint team as its administrators see it: what is signed and proposed, and who is in it. */
export type TeamParts = Extract<TeamOperationQuery['node'], { __typename: 'Operation' }>

/** What every part of the page needs: the team, and how to read it anew. */
export interface TeamProps {
  team: TeamParts
  again: () => void
}

/** One joint team: agreement, signatures, officers, and what remains at its end. */
export default function TeamPage({ id }: { id: string }) {
  const { text } = useSpeech()
  const answer = useAnswer(TeamOperationDocument, { id })
  const { node: found } = answer.data ?? {}
  useTitle(found?.__typename === 'Operation' ? `${text.shell.teams}: ${found.name}` : text.shell.teams)
  return (
    <div className={parts.page}>
      <Answered answer={answer}>
        {({ node }) =>
          node?.__typename === 'Operation' ? (
            <TeamView team={node} again={answer.again} />
          ) : (
            <FailureNote failure={new Failure('NOT_FOUND', '')} />
          )
        }
      </Answered>
    </div>
  )
}

function TeamView({ team, again }: TeamProps) {
  const words = useWork().teams
  const administers = maybe(useMe().roles, teamAdministrators)
  return (
    <>
      <div className={parts.row}>
        <h1>{team.name}</h1>
        <span className={parts.tag}>{words.states[team.state]}</span>
      </div>
      {team.proposal && <Proposal team={team} again={again} />}
      <div className={styles.two}>
        <Agreement agreement={team.agreement} />
        <Parties parties={team.parties} />
      </div>
      {administers && team.state !== 'ENDED' && (
        <AgreementActs key={team.version} team={team} again={again} />
      )}
      <Members team={team} again={again} />
      {(team.state === 'ENDED' || team.certificates.length > 0) && <Closing team={team} again={again} />}
      {(team.state === 'ENDED' || team.evaluations.length > 0) && <Evaluations team={team} again={again} />}
    </>
  )
}

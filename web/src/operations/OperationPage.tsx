import { Link } from 'wouter'
import { Failure } from '../api/failure'
import { useAnswer } from '../api/useAnswer'
import { OperationDocument, type OperationQuery } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { maybe, readers } from '../shell/places'
import { useTitle } from '../shell/useTitle'
import { Agreement } from './Agreement'
import { Involvements } from './Involvements'
import { OperationState } from './OperationState'
import styles from './operations.module.css'
import { Shared } from './Shared'
import { Parties, Team } from './Team'

/** An operation as this page shows it. */
export type OperationParts = Extract<OperationQuery['node'], { __typename: 'Operation' }>

/** One operation: what was signed, who takes part, who is in it, and the way to its graph. */
export default function OperationPage({ id }: { id: string }) {
  const { text } = useSpeech()
  const answer = useAnswer(OperationDocument, { id })
  const named = answer.data?.node?.__typename === 'Operation' ? answer.data.node.name : text.operations.name
  useTitle(named)
  return (
    <div className={parts.page}>
      <Answered answer={answer}>
        {({ node }) =>
          node?.__typename === 'Operation' ? (
            <OperationView operation={node} />
          ) : (
            <FailureNote failure={new Failure('NOT_FOUND', '')} />
          )
        }
      </Answered>
    </div>
  )
}

function OperationView({ operation }: { operation: OperationParts }) {
  const { text } = useSpeech()
  const reads = maybe(useMe().roles, readers)
  return (
    <>
      <div className={parts.titleRow}>
        <div className={parts.row}>
          <h1>{operation.name}</h1>
          <OperationState state={operation.state} ended={operation.ended} />
        </div>
        {reads && (
          <span className={parts.row}>
            <Link className={parts.button} href={`/disruption#operation=${operation.id}`}>
              {text.record.planHere}
            </Link>
            <Link className={parts.primary} href={`/canvas#operation=${operation.id}`}>
              {text.operations.openGraph}
            </Link>
          </span>
        )}
      </div>
      <div className={styles.columns}>
        <Agreement agreement={operation.agreement} />
        <Parties parties={operation.parties} />
        <Team members={operation.members} />
      </div>
      {reads && <Shared operation={operation} />}
      {reads && <Involvements operation={operation.id} />}
    </>
  )
}

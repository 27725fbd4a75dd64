import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import { useAnswer } from '../api/useAnswer'
import { OperationsDocument, type OperationsQuery } from '../gql/graphql'
import { Validity } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { useMe } from '../session/SessionProvider'
import { Answered } from '../shell/Answered'
import parts from '../shell/parts.module.css'
import { maybe, readers } from '../shell/places'
import { useTitle } from '../shell/useTitle'
import { OperationState } from './OperationState'

const FirstResponder = lazy(() => import('./FirstResponder'))

const nothing = {}

/** The operations of the officer. */
export function OperationsPage() {
  const { text } = useSpeech()
  useTitle(text.operations.title)
  const answer = useAnswer(OperationsDocument, nothing)
  return (
    <div className={parts.page}>
      <h1>{text.operations.title}</h1>
      <p className={parts.lead}>{text.operations.lead}</p>
      <Answered answer={answer}>{({ operations }) => <OperationList operations={operations} />}</Answered>
    </div>
  )
}

function OperationList({ operations }: OperationsQuery) {
  const { text } = useSpeech()
  const words = text.operations
  const { roles } = useMe()
  if (operations.length === 0)
    return roles.includes('FIRST_RESPONDER') && !maybe(roles, readers) ? (
      <Suspense fallback={<p className={parts.asking}>{text.shell.loading}</p>}>
        <FirstResponder />
      </Suspense>
    ) : (
      <p className={`${parts.panel} ${parts.empty}`}>{words.empty}</p>
    )
  return (
    <div className={`${parts.panel} ${parts.scroll}`}>
      <table className={parts.table}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.parties}</th>
            <th scope="col">{words.legalBasis}</th>
            <th scope="col">{words.holds}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {operations.map((operation) => (
            <tr key={operation.id}>
              <td>
                <Link href={`/operations/${operation.id}`}>
                  <strong>{operation.name}</strong>
                </Link>
              </td>
              <td>
                {operation.parties
                  .map((p) => `${p.organisation.name} (${p.organisation.country})`)
                  .join(', ')}
              </td>
              <td>{operation.agreement.legalBasis}</td>
              <td>
                <Validity validity={operation.agreement} />
              </td>
              <td>
                <OperationState state={operation.state} ended={operation.ended} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

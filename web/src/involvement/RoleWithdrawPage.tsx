import { useLocation } from 'wouter'
import { ask } from '../api/ask'
import { Failure } from '../api/failure'
import { useAnswer } from '../api/useAnswer'
import { Withdraw } from '../entry/Withdraw'
import { InvolvementForRetireDocument, RetireInvolvementDocument } from '../gql/graphql'
import { EntityName } from '../kinds/Element'
import { useWork } from '../language/work/useWork'
import { RoleTag } from '../operations/RoleTag'
import { Answered } from '../shell/Answered'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'

/** Withdraws a judgement of one's own organisation. */
export default function RoleWithdrawPage({ id }: { id: string }) {
  const words = useWork().involvement
  useTitle(words.withdraw)
  const [, go] = useLocation()
  const answer = useAnswer(InvolvementForRetireDocument, { id })
  return (
    <div className={parts.page}>
      <h1>{words.withdraw}</h1>
      <Answered answer={answer}>
        {({ node }) =>
          node?.__typename === 'Involvement' ? (
            <>
              <p>
                <EntityName entity={node.person} /> <RoleTag role={node.role} /> {node.operation.name}
              </p>
              <Withdraw
                withdraw={async (idempotencyKey) => {
                  await ask(RetireInvolvementDocument, {
                    input: { idempotencyKey, id, version: node.version },
                  })
                  go(`/records/${node.person.id}`)
                }}
              />
            </>
          ) : (
            <FailureNote failure={new Failure('NOT_FOUND', '')} />
          )
        }
      </Answered>
    </div>
  )
}

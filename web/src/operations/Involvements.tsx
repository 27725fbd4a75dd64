import { useCallback, useState } from 'react'
import { Link } from 'wouter'
import { ask } from '../api/ask'
import { Failure } from '../api/failure'
import { usePages } from '../api/usePages'
import {
  type InvolvementRole,
  OperationInvolvementsDocument,
  type OperationInvolvementsQuery,
} from '../gql/graphql'
import { Grading, Owner } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { FailureNote } from '../shell/FailureNote'
import { MoreRow } from '../shell/MoreRow'
import parts from '../shell/parts.module.css'
import { RoleTag } from './RoleTag'

type Involvement = Extract<
  OperationInvolvementsQuery['node'],
  { __typename: 'Operation' }
>['involvements']['nodes'][number]

const involvementRoles: readonly InvolvementRole[] = ['SUSPECT', 'VICTIM', 'WITNESS', 'ASSOCIATE']

/** The people of an operation by role, page by page. */
export function Involvements({ operation }: { operation: string }) {
  const { text } = useSpeech()
  const words = text.operations
  const [role, setRole] = useState<InvolvementRole | ''>('')
  const read = useCallback(
    async (after: string | null, signal: AbortSignal) => {
      const roles = role === '' ? null : [role]
      const variables = { id: operation, roles, first: 50, after }
      const { node } = await ask(OperationInvolvementsDocument, variables, signal)
      if (node?.__typename !== 'Operation') throw new Failure('NOT_FOUND', '')
      return node.involvements
    },
    [operation, role],
  )
  const pages = usePages(read)
  return (
    <section className={parts.panel}>
      <div className={parts.panelHead}>
        <h2>{words.involvements}</h2>
        <select
          className={parts.select}
          aria-label={words.role}
          value={role}
          onChange={(event) => setRole(event.target.value as InvolvementRole | '')}
        >
          <option value="">{words.allRoles}</option>
          {involvementRoles.map((r) => (
            <option key={r} value={r}>
              {text.involvementRoles[r]}
            </option>
          ))}
        </select>
      </div>
      {pages.items.length > 0 && <InvolvementTable involvements={pages.items} />}
      {pages.totalCount === 0 && <p className={parts.empty}>{words.noInvolvements}</p>}
      {pages.failure && <FailureNote failure={pages.failure} />}
      <MoreRow pages={pages} />
      {(role === 'VICTIM' || role === '') && (
        <p className={`${parts.hint} ${parts.panelBody}`}>{words.victimNote}</p>
      )}
    </section>
  )
}

function InvolvementTable({ involvements }: { involvements: Involvement[] }) {
  const { text } = useSpeech()
  return (
    <div className={parts.scroll}>
      <table className={parts.table}>
        <thead>
          <tr>
            <th scope="col">{text.operations.person}</th>
            <th scope="col">{text.operations.role}</th>
            <th scope="col">{text.operations.judgedBy}</th>
            <th scope="col">{text.record.source}</th>
            <th scope="col">{text.record.grading}</th>
          </tr>
        </thead>
        <tbody>
          {involvements.map((involvement) => (
            <tr key={involvement.id}>
              <td>
                <Link href={`/records/${involvement.person.id}`}>{involvement.person.label}</Link>
              </td>
              <td>
                <RoleTag role={involvement.role} />
              </td>
              <td>
                <Owner owner={involvement.owner} />
              </td>
              <td>{involvement.source}</td>
              <td>
                <Grading grading={involvement.grading} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

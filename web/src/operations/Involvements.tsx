import { useCallback, useState } from 'react'
import { ask } from '../api/ask'
import { Failure } from '../api/failure'
import { usePages } from '../api/usePages'
import {
  type InvolvementRole,
  OperationInvolvementsDocument,
  type OperationInvolvementsQuery,
} from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { FailureNote } from '../shell/FailureNote'
import { MoreRow } from '../shell/MoreRow'
import parts from '../shell/parts.module.css'
import { RoleTable } from './RoleTable'

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
      {pages.items.length > 0 && (
        <RoleTable<Involvement>
          first={words.person}
          of={({ person }) => ({ path: `/records/${person.id}`, name: person.label })}
          roles={pages.items}
        />
      )}
      {pages.totalCount === 0 && <p className={parts.empty}>{words.noInvolvements}</p>}
      {pages.failure && <FailureNote failure={pages.failure} />}
      <MoreRow pages={pages} />
      {(role === 'VICTIM' || role === '') && (
        <p className={`${parts.hint} ${parts.panelBody}`}>{words.victimNote}</p>
      )}
    </section>
  )
}

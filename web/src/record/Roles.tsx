import { Link } from 'wouter'
import { useSpeech } from '../language/LanguageProvider'
import { RoleTable } from '../operations/RoleTable'
import { useMe } from '../session/SessionProvider'
import parts from '../shell/parts.module.css'
import { maybe, writers } from '../shell/places'
import type { EntityParts } from './RecordPage'

/** What the person is in which operation, as whom judged. */
export function Roles({ involvements }: Pick<EntityParts, 'involvements'>) {
  const { text } = useSpeech()
  const { organisation, roles } = useMe()
  const writes = maybe(roles, writers)
  if (involvements.length === 0) return null
  return (
    <section className={parts.panel}>
      <div className={parts.panelHead}>
        <h2>{text.record.involvements}</h2>
      </div>
      <RoleTable
        first={text.record.operation}
        of={({ operation }) => ({ path: `/operations/${operation.id}`, name: operation.name })}
        roles={involvements}
        beside={({ id, owner }) =>
          writes &&
          owner.id === organisation.id && (
            <Link href={`/roles/${id}/withdraw`}>{text.record.withdrawRole}</Link>
          )
        }
      />
    </section>
  )
}

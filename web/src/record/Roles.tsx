import { Link } from 'wouter'
import { Grading, Owner } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { RoleTag } from '../operations/RoleTag'
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
    <section className={`${parts.panel} ${parts.scroll}`}>
      <div className={parts.panelHead}>
        <h2>{text.record.involvements}</h2>
      </div>
      <table className={parts.table}>
        <thead>
          <tr>
            <th scope="col">{text.record.operation}</th>
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
                <Link href={`/operations/${involvement.operation.id}`}>{involvement.operation.name}</Link>
              </td>
              <td>
                <RoleTag role={involvement.role} />
              </td>
              <td>
                <Owner owner={involvement.owner} />
              </td>
              <td>{involvement.source}</td>
              <td>
                <Grading grading={involvement.grading} />{' '}
                {writes && involvement.owner.id === organisation.id && (
                  <Link href={`/roles/${involvement.id}/withdraw`}>{text.record.withdrawRole}</Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

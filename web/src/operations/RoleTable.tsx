import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { veiled } from '../api/privacy'
import type { GradingPartsFragment, InvolvementRole, OrganisationPartsFragment } from '../gql/graphql'
import { Grading, Owner } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import { RoleTag } from './RoleTag'

interface JudgedRole {
  id: string
  role: InvolvementRole
  source: string
  grading: GradingPartsFragment | null
  owner: OrganisationPartsFragment
}

interface Props<Role extends JudgedRole> {
  /** What the first column is called, and what stands in it: who or where. */
  first: string
  of: (role: Role) => { path: string; name: string }
  roles: readonly Role[]
  /** What stands at the end of a row. */
  beside?: (role: Role) => ReactNode
}

/** Roles of people in operations, each with who judged it and on what. */
export function RoleTable<Role extends JudgedRole>({ first, of, roles, beside }: Props<Role>) {
  const { text } = useSpeech()
  return (
    <div className={parts.scroll}>
      <table className={parts.table}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">{text.operations.role}</th>
            <th scope="col">{text.operations.judgedBy}</th>
            <th scope="col">{text.record.source}</th>
            <th scope="col">{text.record.grading}</th>
          </tr>
        </thead>
        <tbody>
          {roles.map((role) => (
            <tr key={role.id}>
              <td>
                <Link href={of(role).path}>{of(role).name}</Link>
              </td>
              <td>
                <RoleTag role={role.role} />
              </td>
              <td>
                <Owner owner={role.owner} />
              </td>
              <td>{veiled(role.source)}</td>
              <td>
                <Grading grading={role.grading} /> {beside?.(role)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

import type { InvolvementRole } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'

/** A role in an operation; a victim stands out as someone to safeguard. */
export function RoleTag({ role }: { role: InvolvementRole }) {
  const { text } = useSpeech()
  return <span className={role === 'VICTIM' ? parts.strict : parts.tag}>{text.involvementRoles[role]}</span>
}

import type { InvolvementRole, RecordKind } from '../gql/graphql'
import type { Dictionary } from '../language/en'
import { fill } from '../language/say'
import type { GroupNaming } from './grouping'

/** Names groups in the reader's language, each with how many things it holds. */
export function groupNaming(text: Dictionary, number: (n: number) => string): GroupNaming {
  const nameOf: GroupNaming = (by, value) => {
    switch (by) {
      case 'KIND':
      case 'LEAVES':
        return text.kinds[value as RecordKind]
      case 'ROLE':
        return text.involvementRoles[value as InvolvementRole]
      case 'COMMUNITY':
        return fill(text.communities.one, { n: value })
      default:
        return value
    }
  }
  return (by, value, things) =>
    fill(text.canvas.group, { name: nameOf(by, value, things), n: number(things) })
}

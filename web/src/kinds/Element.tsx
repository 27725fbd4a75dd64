import { Link } from 'wouter'
import type { ElementPartsFragment, EntityBriefFragment } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { Kind } from './Kind'

/** A record, link or role in one line, with the way to the records. */
export function ElementName({ element }: { element: ElementPartsFragment }) {
  const { text } = useSpeech()
  switch (element.__typename) {
    case 'Record':
      return <EntityName entity={element} />
    case 'Link':
      return (
        <>
          <Link href={`/records/${element.from.id}`}>{element.from.label}</Link>{' '}
          {text.linkKinds[element.linkKind]}{' '}
          <Link href={`/records/${element.to.id}`}>{element.to.label}</Link>
        </>
      )
    case 'Involvement':
      return (
        <>
          <Link href={`/records/${element.person.id}`}>{element.person.label}</Link>:{' '}
          {text.involvementRoles[element.role]}, {element.operation.name}
        </>
      )
    default:
      return null
  }
}

/** A thing by its sign and label, with the way to its page. */
export function EntityName({ entity }: { entity: EntityBriefFragment }) {
  return (
    <>
      <Kind kind={entity.kind} named={false} /> <Link href={`/records/${entity.id}`}>{entity.label}</Link>
    </>
  )
}

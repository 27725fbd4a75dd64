import type { LinkDetailPartsFragment, LinkDetailsInput, LinkKind } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import styles from './entry.module.css'
import { FieldInput } from './FieldInput'
import { detailsOf, linkFields } from './fields'

/** The details that a kind of link has; nothing for those that have none. */
export function LinkFields({ kind, held }: { kind: LinkKind; held: LinkDetailPartsFragment | null }) {
  const { text } = useSpeech()
  const described = linkFields[kind]
  const values = new Map<string, unknown>(Object.entries(held ?? {}))
  if (!described) return null
  return (
    <fieldset className={styles.section} key={kind}>
      <legend>{text.record.details}</legend>
      <div className={styles.grid}>
        {described.fields.map((field) => (
          <FieldInput key={field.name} field={field} value={values.get(field.label)} within="details" />
        ))}
      </div>
    </fieldset>
  )
}

/** A link's details as the API takes them; null for kinds that have none, and where nothing was entered. */
export function linkDetails(kind: LinkKind, form: FormData): LinkDetailsInput | null {
  const described = linkFields[kind]
  if (!described) return null
  const details = detailsOf(described.fields, form)
  if (Object.keys(details).length === 0) return null
  // The description is checked against the schema where it is written, field by field.
  return { [described.input]: details } as unknown as LinkDetailsInput
}

import type { IssuerPartsFragment, OrganisationPartsFragment } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import { useIssuerTexts } from './texts'

/** Organisations by name; one the hub does not know by its id, for that is a fault of the entry. */
export function namesOf(ids: readonly string[], known: readonly OrganisationPartsFragment[]): string {
  return ids
    .map((id) => {
      const one = known.find((organisation) => organisation.id === id)
      return one ? `${one.name} (${one.country})` : id
    })
    .join(', ')
}

interface Props {
  issuer: IssuerPartsFragment
  organisations: readonly OrganisationPartsFragment[]
}

/** Who an issuer is, whom it may vouch for, and whom to speak to. */
export function IssuerFacts({ issuer, organisations }: Props) {
  const { text } = useSpeech()
  const words = useIssuerTexts()
  const facts: [string, string][] = [
    [words.name, issuer.name],
    [words.country, issuer.country],
    [words.url, issuer.url],
    [words.organisations, namesOf(issuer.organisationIds, organisations)],
    [words.homeDomains, issuer.homeDomains.join(', ')],
    [words.contacts, issuer.contacts.join(', ')],
    [words.kept, issuer.fromFile ? words.inFile : words.inRegistry],
  ]
  return (
    <dl className={`${parts.facts} ${parts.panelBody}`}>
      {facts.map(([name, value]) => (
        <div key={name} className={parts.fact}>
          <dt>{name}</dt>
          <dd>{value === '' ? text.shell.none : value}</dd>
        </div>
      ))}
    </dl>
  )
}

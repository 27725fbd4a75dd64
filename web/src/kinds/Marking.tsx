import type { Classification, Compartment, Handling, MarkingPartsFragment } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'

interface Marks {
  classification: Classification
  compartments: Compartment[]
  handling: Handling[]
}

/** Classification, compartments and handling in a line of tags. */
export function Marks({ marking }: { marking: Marks }) {
  const { text } = useSpeech()
  return (
    <span className={parts.tags}>
      <span className={parts.tag}>{text.classifications[marking.classification]}</span>
      {marking.compartments.map((c) => (
        <span key={c} className={parts.strict}>
          {text.compartments[c]}
        </span>
      ))}
      {marking.handling.map((h) => (
        <span key={h} className={parts.tag} title={text.handling[h]}>
          {h}
        </span>
      ))}
    </span>
  )
}

/** Who sees an element and what may be done with it, in full. */
export function MarkingFacts({ marking }: { marking: MarkingPartsFragment }) {
  const { text, day } = useSpeech()
  const words = text.record
  return (
    <dl className={parts.facts}>
      <dt>{words.classification}</dt>
      <dd>{text.classifications[marking.classification]}</dd>
      <dt>{words.audience}</dt>
      <dd>
        <Audience audience={marking.audience} />
      </dd>
      {marking.compartments.length > 0 && <dt>{words.compartments}</dt>}
      {marking.compartments.length > 0 && (
        <dd className={parts.tags}>
          {marking.compartments.map((c) => (
            <span key={c} className={parts.strict}>
              {text.compartments[c]}
            </span>
          ))}
        </dd>
      )}
      {marking.handling.length > 0 && <dt>{words.handling}</dt>}
      {marking.handling.length > 0 && (
        <dd>{marking.handling.map((h) => `${h}: ${text.handling[h]}`).join('; ')}</dd>
      )}
      {marking.restrictions && <dt>{words.restrictions}</dt>}
      {marking.restrictions && <dd>{marking.restrictions}</dd>}
      {marking.embargo && <dt>{words.embargo}</dt>}
      {marking.embargo && <dd>{day(marking.embargo)}</dd>}
      {marking.expires && <dt>{words.expires}</dt>}
      {marking.expires && <dd>{day(marking.expires)}</dd>}
      {marking.review && <dt>{words.review}</dt>}
      {marking.review && <dd>{day(marking.review)}</dd>}
    </dl>
  )
}

/** Who sees an element beside its owner, in words. */
export function Audience({ audience }: { audience: MarkingPartsFragment['audience'] }) {
  const { text, count } = useSpeech()
  switch (audience.scope) {
    case 'OFFICERS':
      return count(text.scopes.OFFICERS, audience.officers.length)
    case 'ORGANISATIONS':
      return audience.organisations.map((o) => o.name).join(', ') || text.scopes.ORGANISATIONS
    case 'JOINT_TEAMS': {
      const names = audience.operations.map((o) => o.name).join(', ')
      return names ? `${text.scopes.JOINT_TEAMS}: ${names}` : text.scopes.JOINT_TEAMS
    }
    default:
      return text.scopes[audience.scope]
  }
}

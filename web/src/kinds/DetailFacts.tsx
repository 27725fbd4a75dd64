import type { DetailPartsFragment } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import { detailLines } from './details'

/** The typed fields of a record that say something. */
export function DetailFacts({ details }: { details: DetailPartsFragment }) {
  const speech = useSpeech()
  const lines = detailLines(speech, details).filter((l) => l.field !== 'pseudonymous' && l.field !== 'child')
  const person = details.__typename === 'Person' ? details : null
  return (
    <>
      {person && (person.child || person.pseudonymous) && (
        <p className={parts.tags}>
          {person.child && <span className={parts.strict}>{speech.text.record.child}</span>}
          {person.pseudonymous && <span className={parts.hint}>{speech.text.record.pseudonym}</span>}
        </p>
      )}
      <dl className={parts.facts}>
        {lines.map((line) => (
          <div key={line.field} className={parts.fact}>
            <dt>{line.label}</dt>
            <dd>{line.value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

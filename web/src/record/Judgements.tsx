import { Grading } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import type { EntityParts } from './RecordPage'

/** The judgements that join the records of one thing, each with who made it. */
export function Judgements({ entity }: { entity: EntityParts }) {
  const { text } = useSpeech()
  const words = text.record
  if (entity.judgements.length === 0) return null
  const named = (id: string) => entity.records.find((r) => r.id === id)?.label ?? ''
  return (
    <section className={parts.panel}>
      <div className={parts.panelHead}>
        <h2>{words.judgements}</h2>
      </div>
      <ul className={parts.panelBody}>
        {entity.judgements.map((judgement) => (
          <li key={judgement.id}>
            {named(judgement.fromId)} = {named(judgement.toId)}{' '}
            <span className={parts.hint}>
              {fill(words.judgement, { owner: judgement.owner.name, source: judgement.source })} ·{' '}
              <Grading grading={judgement.grading} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

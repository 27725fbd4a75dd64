import { Validity } from '../kinds/Provenance'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import type { OperationParts } from './OperationPage'

/** What the parties signed. */
export function Agreement({ agreement }: { agreement: OperationParts['agreement'] }) {
  const { text, day } = useSpeech()
  const words = text.operations
  return (
    <section className={parts.panel}>
      <div className={parts.panelHead}>
        <h2>{words.agreement}</h2>
      </div>
      <dl className={`${parts.facts} ${parts.panelBody}`}>
        <dt>{words.legalBasis}</dt>
        <dd>{agreement.legalBasis}</dd>
        <dt>{words.purpose}</dt>
        <dd>{agreement.purpose}</dd>
        <dt>{words.signed}</dt>
        <dd>{agreement.signed ? day(agreement.signed) : text.record.unknown}</dd>
        <dt>{words.holds}</dt>
        <dd>
          <Term agreement={agreement} />
        </dd>
      </dl>
    </section>
  )
}

/** How long an agreement holds. One without dates holds from its last signature on. */
export function Term({ agreement }: { agreement: { from: string | null; until: string | null } }) {
  const { text } = useSpeech()
  if (agreement.from === null && agreement.until === null) return text.operations.holdsOpen
  return <Validity validity={agreement} />
}

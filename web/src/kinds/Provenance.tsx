import { veiled } from '../api/privacy'
import type { GradingPartsFragment, OrganisationPartsFragment } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'

/** A grading with its scheme, or that there is none. A bare value is never shown. */
export function Grading({ grading }: { grading: GradingPartsFragment | null }) {
  const { text } = useSpeech()
  if (!grading) return <>{text.record.ungraded}</>
  return (
    <>
      {grading.value} <span className={parts.hint}>{text.schemes[grading.scheme]}</span>
    </>
  )
}

/** An organisation with its country. */
export function Owner({ owner }: { owner: OrganisationPartsFragment }) {
  return (
    <>
      {owner.name} <span className={parts.hint}>{owner.country}</span>
    </>
  )
}

/** When a thing was so. */
export function Validity({ validity }: { validity: { from: string | null; until: string | null } }) {
  const { text, day } = useSpeech()
  const { from, until } = validity
  if (from && until) return <>{fill(text.record.span, { from: day(from), until: day(until) })}</>
  if (from) return <>{fill(text.record.from, { date: day(from) })}</>
  if (until) return <>{fill(text.record.until, { date: day(until) })}</>
  return <>{text.record.unknown}</>
}

interface Told {
  owner: OrganisationPartsFragment
  source: string
  grading: GradingPartsFragment | null
  validity: { from: string | null; until: string | null }
  knownFrom: string
}

/** Who says so, from where, how well graded, and since when. */
export function ProvenanceFacts({ told }: { told: Told }) {
  const { text, instant } = useSpeech()
  const words = text.record
  return (
    <dl className={parts.facts}>
      <dt>{words.owner}</dt>
      <dd>
        <Owner owner={told.owner} />
      </dd>
      <dt>{words.source}</dt>
      <dd>{veiled(told.source)}</dd>
      <dt>{words.grading}</dt>
      <dd>
        <Grading grading={told.grading} />
      </dd>
      <dt>{words.validity}</dt>
      <dd>
        <Validity validity={told.validity} />
      </dd>
      <dt>{words.known}</dt>
      <dd>{instant(told.knownFrom)}</dd>
    </dl>
  )
}

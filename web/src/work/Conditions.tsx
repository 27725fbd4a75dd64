import type { Classification, Compartment, Handling } from '../gql/graphql'
import { Marks } from '../kinds/Marking'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'

interface Of {
  handling: Handling[]
  restrictions: string[]
  classification: Classification
  compartments: Compartment[]
}

/** How an answer must be handled: the strictest of all it was made from. */
export function Conditions({ of }: { of: Of }) {
  const words = useWork().work
  return (
    <p className={parts.row}>
      <span className={parts.hint}>{words.handledAs}</span>
      <Marks marking={of} />
      {of.restrictions.map((restriction) => (
        <span key={restriction} className={parts.hint}>
          {restriction}
        </span>
      ))}
    </p>
  )
}

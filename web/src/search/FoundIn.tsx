import { hidesNames } from '../api/privacy'
import type { DetailPartsFragment, SearchInput } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { type Match, matchesOf } from './match'
import styles from './search.module.css'

interface Props {
  details: DetailPartsFragment
  label: string
  input: SearchInput
}

/** Why a record is an answer: each field that fits, with what fits in it marked. */
export function FoundIn({ details, label, input }: Props) {
  const { text } = useSpeech()
  const matches = matchesOf(details, label, input)
  if (matches.length === 0) return <div className={parts.hint}>{text.search.foundOtherwise}</div>
  return (
    <ul className={styles.matches}>
      {matches.map((match) => (
        <Matched key={`${match.field} ${match.pieces.map((piece) => piece.text).join('')}`} match={match} />
      ))}
    </ul>
  )
}

function Matched({ match: { field, pieces } }: { match: Match }) {
  const { text } = useSpeech()
  let at = 0
  return (
    <li>
      <span className={parts.hint}>
        {fill(text.search.foundIn, { field: field === 'label' ? text.search.label : text.fields[field] })}
      </span>{' '}
      {/* Where names are codes, which field it is says enough. */}
      {!hidesNames() &&
        pieces.map((piece) => {
          const key = at
          at += piece.text.length
          return piece.marked ? <mark key={key}>{piece.text}</mark> : piece.text
        })}
    </li>
  )
}

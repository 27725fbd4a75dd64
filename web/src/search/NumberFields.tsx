import type { IdentifierInput, IdentifierScheme } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import styles from './search.module.css'

interface Props {
  last: IdentifierInput | null
  /** Only these sorts of number; left out: all. */
  schemes?: readonly IdentifierScheme[]
}

/** Which sort of number, the number, and its country. */
export function NumberFields({ last, schemes: only }: Props) {
  const { text } = useSpeech()
  const words = text.search
  const all = Object.entries(words.schemes) as [IdentifierScheme, string][]
  const schemes = all.filter(([scheme]) => only?.includes(scheme) ?? true)
  return (
    <>
      <label className={parts.field}>
        <span>{words.scheme}</span>
        <select className={parts.select} name="scheme" defaultValue={last?.scheme ?? 'PHONE'}>
          {schemes.map(([scheme, name]) => (
            <option key={scheme} value={scheme}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className={`${parts.field} ${styles.wide}`}>
        <span>{words.value}</span>
        <input
          className={parts.input}
          name="value"
          required
          autoComplete="off"
          defaultValue={last?.value ?? ''}
        />
        <span className={parts.hint}>{words.valueHint}</span>
      </label>
      <label className={parts.field}>
        <span>{words.country}</span>
        <input
          className={parts.input}
          name="country"
          maxLength={2}
          pattern="[A-Za-z]{2}"
          autoComplete="off"
          defaultValue={last?.country ?? ''}
        />
        <span className={parts.hint}>{words.countryHint}</span>
      </label>
    </>
  )
}

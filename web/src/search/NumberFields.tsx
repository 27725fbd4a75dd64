import type { IdentifierInput, IdentifierScheme } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import styles from './search.module.css'

/** Which sort of number, the number, and its country. */
export function NumberFields({ last }: { last: IdentifierInput | null }) {
  const { text } = useSpeech()
  const words = text.search
  const schemes = Object.entries(words.schemes) as [IdentifierScheme, string][]
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

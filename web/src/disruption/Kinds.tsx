import type { RecordKind } from '../gql/graphql'
import { recordKinds } from '../kinds/look'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import styles from '../work/work.module.css'

/** Of which kinds targets may be; none chosen is any. */
export function Kinds({
  kinds,
  onChange,
}: {
  kinds: readonly RecordKind[]
  onChange: (kinds: RecordKind[]) => void
}) {
  const { text } = useSpeech()
  const words = useWork().disruption
  return (
    <fieldset className={styles.section}>
      <legend>{words.kinds}</legend>
      <div className={styles.flags}>
        {recordKinds.map((kind) => (
          <label key={kind} className={styles.flag}>
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              onChange={() =>
                onChange(kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind])
              }
            />
            {text.kinds[kind]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

import type { RecordKind } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import styles from './kinds.module.css'
import { looks } from './look'

/** The sign of a kind, with its name beside it or only for screen readers. */
export function Kind({ kind, named = true }: { kind: RecordKind; named?: boolean }) {
  const { text } = useSpeech()
  return (
    <span className={styles.kind}>
      <img
        className={`${styles.sign} ${styles[kind]}`}
        src={looks[kind].icon}
        alt={named ? '' : text.kinds[kind]}
      />
      {named && text.kinds[kind]}
    </span>
  )
}

import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import styles from '../shell/Shell.module.css'
import { useAskPurpose, useMe } from './SessionProvider'

/** Shows the purpose of this session and lets it be changed. */
export function PurposeButton() {
  const { text } = useSpeech()
  const { purpose } = useMe()
  const ask = useAskPurpose()
  return (
    <button type="button" className={parts.quiet} onClick={ask} title={text.session.purposeChange}>
      <span className={styles.purpose}>
        {text.session.purposeNow}: {purpose ?? text.session.purposeNone}
      </span>
    </button>
  )
}

import { Link } from 'wouter'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import styles from './canvas.module.css'

/** What to do while nothing is there. */
export function EmptyCanvas({ asking }: { asking: boolean }) {
  const { text } = useSpeech()
  if (asking) return <p className={styles.empty}>{text.shell.loading}</p>
  return (
    <div className={styles.empty}>
      <strong>{text.canvas.emptyTitle}</strong>
      <p>{text.canvas.empty}</p>
      <p className={parts.row}>
        <Link className={parts.button} href="/operations">
          {text.shell.operations}
        </Link>
        <Link className={parts.button} href="/search">
          {text.shell.search}
        </Link>
      </p>
    </div>
  )
}

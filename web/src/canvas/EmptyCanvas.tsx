import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { useSpeech } from '../language/LanguageProvider'
import { useMe } from '../session/SessionProvider'
import parts from '../shell/parts.module.css'
import styles from './canvas.module.css'
import { keptView } from './saved'
import { lastView } from './useAutoSave'

/** What to do while nothing is there. */
export default function EmptyCanvas({ asking }: { asking: boolean }) {
  const { text } = useSpeech()
  const last = useLastAddress()
  if (asking) return <p className={styles.empty}>{text.shell.loading}</p>
  return (
    <div className={styles.empty}>
      <strong>{text.canvas.emptyTitle}</strong>
      <p>{text.canvas.empty}</p>
      <p className={parts.row}>
        {/* A plain link: only the # differs, and the canvas hears of that by itself. */}
        {last && (
          <a className={parts.primary} href={last}>
            {text.canvas.resume}
          </a>
        )}
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

function useLastAddress(): string | null {
  const { id } = useMe().officer
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let here = true
    void keptView(lastView(id)).then((view) => {
      if (here) setAddress(view && view.address !== '/canvas' ? view.address : null)
    })
    return () => {
      here = false
    }
  }, [id])
  return address
}

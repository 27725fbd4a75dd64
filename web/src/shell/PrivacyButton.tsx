import { useEffect, useSyncExternalStore } from 'react'
import { hideNames, hidesNames, onPrivacy } from '../api/privacy'
import { useSpeech } from '../language/LanguageProvider'
import parts from './parts.module.css'
import styles from './Shell.module.css'

/** Whether names are turned into codes; the component follows it. */
export function usePrivacy(): boolean {
  return useSyncExternalStore(onPrivacy, hidesNames)
}

/** Turns names into codes for screenshots (Alt P), and back. */
export function PrivacyButton() {
  const { text } = useSpeech()
  const on = usePrivacy()
  useEffect(() => {
    const typed = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyP') return
      event.preventDefault()
      hideNames(!hidesNames())
    }
    addEventListener('keydown', typed)
    return () => removeEventListener('keydown', typed)
  }, [])
  return (
    <button
      type="button"
      className={on ? parts.button : parts.quiet}
      title={text.shell.privacy}
      aria-label={text.shell.privacy}
      aria-pressed={on}
      aria-keyshortcuts="Alt+P"
      onClick={() => hideNames(!on)}
    >
      <span className={styles.sign} data-sign={on ? 'A-1' : 'Aa'} />
    </button>
  )
}

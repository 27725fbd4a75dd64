import { useSpeech } from '../language/LanguageProvider'
import icon from '../shell/icon.svg'
import { LanguageSelect } from '../shell/Preferences'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import styles from './session.module.css'

/** The way to the list of agencies, which the hub itself serves at /login. */
export function LoginPage() {
  const { text } = useSpeech()
  useTitle(text.session.title)
  const back = new URLSearchParams({ return_to: location.pathname }).toString()
  return (
    <main className={styles.login}>
      <div className={styles.card}>
        <img src={icon} alt="" width="40" height="40" />
        <h1>{text.session.title}</h1>
        <p>{text.session.explain}</p>
        <a className={parts.primary} href={`/login?${back}`}>
          {text.session.login}
        </a>
        <LanguageSelect />
      </div>
    </main>
  )
}

import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useSpeech } from '../language/LanguageProvider'
import { PurposeButton } from '../session/PurposeButton'
import { useMe } from '../session/SessionProvider'
import icon from './icon.svg'
import { LanguageSelect, ThemeSelect } from './Preferences'
import parts from './parts.module.css'
import { places } from './places'
import styles from './Shell.module.css'

/** Who is at work, where one can go, and how the page looks. */
export function Header({ marking }: { marking: ReactNode }) {
  const { text } = useSpeech()
  const me = useMe()
  return (
    <header>
      {marking}
      <div className={styles.header}>
        <Link className={styles.brand} href="/operations">
          <img src={icon} alt="" /> {text.app.title}
        </Link>
        <Navigation />
        <section className={styles.account} aria-label={text.shell.account}>
          <PurposeButton />
          <LanguageSelect />
          <ThemeSelect />
          <div className={styles.who}>
            <span>{me.officer.name}</span>
            <span>
              {me.organisation.name} ({me.organisation.country})
            </span>
          </div>
          <form method="post" action="/logout">
            <button type="submit" className={parts.button}>
              {text.shell.logout}
            </button>
          </form>
        </section>
      </div>
    </header>
  )
}

function Navigation() {
  const { text } = useSpeech()
  const [location] = useLocation()
  const me = useMe()
  return (
    <nav className={styles.nav} aria-label={text.shell.navigation}>
      <ul>
        {places
          .filter(
            (place) => place.forRoles === null || place.forRoles.some((role) => me.roles.includes(role)),
          )
          .map((place) => (
            <li key={place.path}>
              <Link href={place.path} aria-current={location.startsWith(place.path) ? 'page' : undefined}>
                {text.shell[place.name]}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}

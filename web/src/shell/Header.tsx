import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useSpeech } from '../language/LanguageProvider'
import { PurposeButton } from '../session/PurposeButton'
import { useMe } from '../session/SessionProvider'
import { Tour } from '../tour/Tour'
import { CommandButton } from './CommandButton'
import { Disclosure } from './Disclosure'
import icon from './icon.svg'
import { Navigation, PlaceItem } from './Navigation'
import { LanguageSelect, ThemeSelect } from './Preferences'
import { PrivacyButton } from './PrivacyButton'
import parts from './parts.module.css'
import { groupsFor } from './places'
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
          <img src={icon} alt="" /> <span>{text.app.title}</span>
        </Link>
        <Navigation />
        <section className={styles.account} aria-label={text.shell.account}>
          <CommandButton />
          <PrivacyButton />
          <PurposeButton />
          <Disclosure name={<span className={styles.who}>{me.officer.name}</span>} left>
            <p>
              {me.organisation.name} ({me.organisation.country})
            </p>
            <ul>
              {groupsFor(me.roles)
                .filter(({ name }) => name === 'account')
                .flatMap(({ places }) => places)
                .map((place) => (
                  <PlaceItem key={place.path} place={place} />
                ))}
            </ul>
            <LanguageSelect />
            <ThemeSelect />
            <form method="post" action="/logout">
              <button type="submit" className={parts.button}>
                {text.shell.logout}
              </button>
            </form>
          </Disclosure>
        </section>
        <Tour />
      </div>
    </header>
  )
}

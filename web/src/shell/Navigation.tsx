import { useEffect, useId, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useSpeech } from '../language/LanguageProvider'
import { useMe } from '../session/SessionProvider'
import { groupsFor, type Place, type PlaceGroup, placeOf } from './places'
import styles from './Shell.module.css'

/** Where one can go: the daily work, and behind a name each what belongs together. */
export function Navigation() {
  const { text } = useSpeech()
  const { roles } = useMe()
  return (
    <nav className={styles.nav} aria-label={text.shell.navigation}>
      <ul>
        {groupsFor(roles).map((group) =>
          group.name === null ? (
            group.places.map((place) => <PlaceItem key={place.path} place={place} />)
          ) : (
            <Group key={group.name} group={group} name={text.shell.groups[group.name]} />
          ),
        )}
      </ul>
    </nav>
  )
}

function PlaceItem({ place }: { place: Place }) {
  const { text } = useSpeech()
  const [location] = useLocation()
  return (
    <li>
      <Link href={place.path} aria-current={placeOf(location) === place ? 'page' : undefined}>
        {text.shell[place.name]}
      </Link>
    </li>
  )
}

function Group({ group, name }: { group: PlaceGroup; name: string }) {
  const [location] = useLocation()
  const [open, setOpen] = useState(false)
  const list = useId()
  const whole = useRef<HTMLLIElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes when the page changes
  useEffect(() => setOpen(false), [location])
  const here = group.places.some((place) => placeOf(location) === place)
  return (
    <li
      ref={whole}
      onBlur={(event) => {
        if (!whole.current?.contains(event.relatedTarget)) setOpen(false)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        setOpen(false)
        button.current?.focus()
      }}
    >
      <button
        type="button"
        ref={button}
        className={here ? `${styles.group} ${styles.here}` : styles.group}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        {name}
      </button>
      <ul id={list} className={styles.menu} hidden={!open}>
        {group.places.map((place) => (
          <PlaceItem key={place.path} place={place} />
        ))}
      </ul>
    </li>
  )
}

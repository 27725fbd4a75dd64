import { Link, useLocation } from 'wouter'
import { useSpeech } from '../language/LanguageProvider'
import { useMe } from '../session/SessionProvider'
import { Disclosure } from './Disclosure'
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
          group.name === 'account' ? null : group.name === null ? (
            group.places.map((place) => <PlaceItem key={place.path} place={place} />)
          ) : (
            <Group key={group.name} group={group} name={text.shell.groups[group.name]} />
          ),
        )}
      </ul>
    </nav>
  )
}

/** One place, marked where it is the page that is open. */
export function PlaceItem({ place }: { place: Place }) {
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
  const here = group.places.some((place) => placeOf(location) === place)
  return (
    <li>
      <Disclosure name={name} here={here}>
        <ul>
          {group.places.map((place) => (
            <PlaceItem key={place.path} place={place} />
          ))}
        </ul>
      </Disclosure>
    </li>
  )
}

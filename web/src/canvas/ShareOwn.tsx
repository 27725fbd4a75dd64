import { Link } from 'wouter'
import { useSpeech } from '../language/LanguageProvider'
import { useMe } from '../session/SessionProvider'
import { sharingAddress } from '../sharing/address'
import parts from '../shell/parts.module.css'
import { maybe, writers } from '../shell/places'
import { useCanvas } from './CanvasMemory'

/** The way to share, with its preview, what of some records the reader's own organisation contributed. */
export function ShareOwn({ records }: { records: readonly string[] }) {
  const { text } = useSpeech()
  const { organisation, roles } = useMe()
  const { history } = useCanvas('history')
  const own = records.filter((id) => history.present.records.get(id)?.owner.id === organisation.id)
  if (own.length === 0 || !maybe(roles, writers)) return null
  return (
    <Link className={parts.button} href={sharingAddress(own)}>
      {text.shell.sharing}
    </Link>
  )
}

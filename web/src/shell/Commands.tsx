import { type KeyboardEvent, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Link, useLocation } from 'wouter'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import styles from '../session/session.module.css'
import parts from './parts.module.css'
import { groupsFor } from './places'
import shell from './Shell.module.css'

export type Opened = 'commands' | 'keys'

interface Props {
  opened: Opened
  onClose: () => void
}

/**
 * Every page by its name, or every shortcut. Closed from outside by us: what is
 * dismissable gets a button more, with a word that is not of our languages.
 */
export default function Commands({ opened, onClose }: Props) {
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen
      onClick={({ target, currentTarget }) => target === currentTarget && onClose()}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog}>
          {opened === 'commands' ? <Palette onClose={onClose} /> : <Keys onClose={onClose} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Dialogs begin at their first field. */
function focus(field: HTMLInputElement | null) {
  field?.focus()
}

/** Letters without their marks, so that “sa” finds “Șa”. */
function plain(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function Palette({ onClose }: { onClose: () => void }) {
  const { text } = useSpeech()
  const words = useWork().commands
  const { roles } = useMe()
  const [, go] = useLocation()
  const [typed, setTyped] = useState('')
  const found = groupsFor(roles)
    .flatMap(({ name, places }) =>
      places.map(({ path, name: place }) => ({
        path,
        name: text.shell[place],
        group: name && text.shell.groups[name],
      })),
    )
    .filter(({ name, group }) => plain(`${name} ${group ?? ''}`).includes(plain(typed.trim())))
  const choose = (event: KeyboardEvent) => {
    const first = found[0]
    if (event.key !== 'Enter' || !first) return
    event.preventDefault()
    go(first.path)
    onClose()
  }
  return (
    <div className={styles.form}>
      <Heading slot="title">{words.title}</Heading>
      <input
        className={parts.input}
        type="search"
        ref={focus}
        aria-label={words.where}
        placeholder={words.where}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={choose}
      />
      <p className={parts.hidden} role="status">
        {found.length === 0 ? words.nothing : ''}
      </p>
      {found.length === 0 ? (
        <p className={parts.hint}>{words.nothing}</p>
      ) : (
        <ul className={shell.commands}>
          {found.map(({ path, name, group }) => (
            <li key={path}>
              <Link href={path} onClick={onClose}>
                {name} {group && <span className={parts.hint}>{group}</span>}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div className={parts.row}>
        <button type="button" className={parts.button} onClick={onClose}>
          {text.shell.close}
        </button>
      </div>
    </div>
  )
}

function Keys({ onClose }: { onClose: () => void }) {
  const { text } = useSpeech()
  const words = useWork().commands
  return (
    <div className={styles.form}>
      <Heading slot="title">{words.keys}</Heading>
      <dl className={parts.facts}>
        {words.everywhere.map(([key, does]) => (
          <div key={key} className={parts.fact}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <h3>{text.canvas.title}</h3>
      <ul>
        {text.canvas.keysText.split(' · ').map((key) => (
          <li key={key}>{key}</li>
        ))}
      </ul>
      <div className={parts.row}>
        <button type="button" className={parts.button} onClick={onClose}>
          {text.shell.close}
        </button>
      </div>
    </div>
  )
}

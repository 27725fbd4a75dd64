import { type KeyboardEvent, useState, useSyncExternalStore } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Link, useLocation } from 'wouter'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { useMe } from '../session/SessionProvider'
import styles from '../session/session.module.css'
import { acting, type Shortcut } from './keyList'
import { letLettersAct, lettersAct, onLetters } from './letters'
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
  const [shown, show] = useState(opened)
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen
      onClick={({ target, currentTarget }) => target === currentTarget && onClose()}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog}>
          {shown === 'commands' ? (
            <Palette onClose={onClose} onKeys={() => show('keys')} />
          ) : (
            <Keys onClose={onClose} />
          )}
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

/** Whether single characters act; the component follows it. */
function useLetters(): boolean {
  return useSyncExternalStore(onLetters, lettersAct)
}

interface PaletteProps {
  onClose: () => void
  /** Shows the list of shortcuts in its place. */
  onKeys: () => void
}

function Palette({ onClose, onKeys }: PaletteProps) {
  const { text } = useSpeech()
  const words = useWork().commands
  const { roles } = useMe()
  const [, go] = useLocation()
  const [typed, setTyped] = useState('')
  const letters = useLetters()
  const finds = (name: string) => plain(name).includes(plain(typed.trim()))
  const found = groupsFor(roles)
    .flatMap(({ name, places }) =>
      places.map(({ path, name: place }) => ({
        path,
        name: text.shell[place],
        group: name && text.shell.groups[name],
      })),
    )
    .filter(({ name, group }) => finds(`${name} ${group ?? ''}`))
  const turn = letters ? words.lettersOff : words.lettersOn
  const turns = finds(turn)
  const none = found.length === 0 && !turns
  // The list says how it is now, with the switch in focus.
  const turnLetters = () => {
    letLettersAct(!letters)
    onKeys()
  }
  const choose = (event: KeyboardEvent) => {
    const first = found[0]
    if (event.key !== 'Enter' || none) return
    event.preventDefault()
    if (!first) return turnLetters()
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
        {none ? words.nothing : ''}
      </p>
      {none ? (
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
          {turns && (
            <li>
              <button type="button" onClick={turnLetters}>
                {turn}
              </button>
            </li>
          )}
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
  const letters = useLetters()
  return (
    <div className={styles.form}>
      <Heading slot="title">{words.keys}</Heading>
      <label>
        <input
          type="checkbox"
          ref={focus}
          checked={letters}
          onChange={(event) => letLettersAct(event.target.checked)}
        />{' '}
        {words.letters}
      </label>
      <p className={parts.hint}>{words.lettersHint}</p>
      <ShortcutList shortcuts={acting(words.everywhere, letters)} />
      <h3>{text.canvas.title}</h3>
      <ShortcutList shortcuts={acting(words.onCanvas, letters)} />
      <div className={parts.row}>
        <button type="button" className={parts.button} onClick={onClose}>
          {text.shell.close}
        </button>
      </div>
    </div>
  )
}

function ShortcutList({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  return (
    <dl className={parts.facts}>
      {shortcuts.map(([keys, does]) => (
        <div key={keys} className={parts.fact}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}

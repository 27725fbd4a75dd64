import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import type { Opened } from './Commands'
import { lettersAct, onLetters } from './letters'
import parts from './parts.module.css'

const Commands = lazy(() => import('./Commands'))

/** Whether what is typed belongs to a field. */
function writes(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}

/** Opens the list of pages (Ctrl K) and the list of shortcuts (?, where single characters act); both are buttons too. */
export function CommandButton() {
  const { text } = useSpeech()
  const [opened, setOpened] = useState<Opened | null>(null)
  const letters = useSyncExternalStore(onLetters, lettersAct)
  useEffect(() => {
    const typed = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setOpened('commands')
      } else if (event.key === '?' && lettersAct() && !writes(event.target)) {
        setOpened('keys')
      }
    }
    addEventListener('keydown', typed)
    return () => removeEventListener('keydown', typed)
  }, [])
  return (
    <>
      <button
        type="button"
        className={parts.quiet}
        title={text.shell.commands}
        aria-label={`${text.shell.commands} (${text.shell.commandsKeys})`}
        aria-keyshortcuts="Control+K"
        onClick={() => setOpened('commands')}
      >
        <kbd>{text.shell.commandsKeys}</kbd>
      </button>
      <button
        type="button"
        className={parts.quiet}
        title={text.shell.keys}
        aria-label={`${text.shell.keys} (?)`}
        aria-keyshortcuts={letters ? '?' : undefined}
        onClick={() => setOpened('keys')}
      >
        <kbd>?</kbd>
      </button>
      {opened && (
        <Suspense>
          <Commands opened={opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  )
}

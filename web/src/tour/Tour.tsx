import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { useMe } from '../session/SessionProvider'
import { keep, kept } from '../shell/kept'
import parts from '../shell/parts.module.css'
import { maybe, readers } from '../shell/places'

const TourPanel = lazy(() => import('./TourPanel'))

/** Opens the guided tour, for those who read case data, and goes on with it where it was left. */
export function Tour() {
  const { text } = useSpeech()
  const { roles } = useMe()
  const [open, setOpen] = useState(() => kept('tour') === 'open')
  const [opened, setOpened] = useState(false)
  const [back, setBack] = useState<HTMLElement | 'button' | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (back) (back === 'button' || !back.isConnected ? button.current : back)?.focus()
  }, [back])
  if (!maybe(roles, readers)) return null
  const show = (now: boolean, focused: HTMLElement | null) => {
    setOpen(now)
    setOpened(now)
    setBack(now ? null : (focused ?? 'button'))
    keep('tour', now ? 'open' : 'left')
  }
  if (!open)
    return (
      <button ref={button} type="button" className={parts.quiet} onClick={() => show(true, null)}>
        {text.shell.tour}
      </button>
    )
  return (
    <Suspense>
      <TourPanel opened={opened} onLeave={(focused) => show(false, focused)} />
    </Suspense>
  )
}

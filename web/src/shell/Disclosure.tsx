import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import styles from './Shell.module.css'

interface Props {
  /** What the button says. */
  name: ReactNode
  /** Whether the page that is open stands behind it. */
  here?: boolean
  /** Opens towards the left: it stands at the right end. */
  left?: boolean
  children: ReactNode
}

/** A button, and below it what it shows until the focus leaves it, a button in it or Escape is pressed or the page changes. */
export function Disclosure({ name, here = false, left = false, children }: Props) {
  const [location] = useLocation()
  const [open, setOpen] = useState(false)
  const list = useId()
  const whole = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes when the page changes
  useEffect(() => setOpen(false), [location])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only follows what happens to the things in it
    <div
      ref={whole}
      className={styles.disclosure}
      onBlur={(event) => {
        if (!whole.current?.contains(event.relatedTarget)) setOpen(false)
      }}
      onClick={({ target }) => {
        const pressed = target instanceof Element ? target.closest('button') : null
        if (!pressed || pressed === button.current) return
        setOpen(false)
        button.current?.focus()
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
      <div
        id={list}
        className={left ? `${styles.menu} ${styles.left}` : styles.menu}
        hidden={!open}
        tabIndex={-1}
      >
        {children}
      </div>
    </div>
  )
}

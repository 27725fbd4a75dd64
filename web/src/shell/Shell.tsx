import { type ReactNode, useRef } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { Banner, MarksContext, usePageMarks } from './Banner'
import { Header } from './Header'
import styles from './Shell.module.css'
import { WithheldNote } from './StepUp'

/** The frame of every page: markings at top and bottom, the header, and the page between. */
export function Shell({ fixed, children }: { fixed: boolean; children: ReactNode }) {
  const { text } = useSpeech()
  const marks = usePageMarks()
  const main = useRef<HTMLElement>(null)
  return (
    <MarksContext value={marks}>
      <div className={fixed ? `${styles.shell} ${styles.fixed}` : styles.shell}>
        {/* biome-ignore lint/a11y/useValidAnchor: it goes to a place on this page, but the # of the canvas holds the view */}
        <a
          className={styles.skip}
          href="#page"
          onClick={(event) => {
            event.preventDefault()
            main.current?.focus()
          }}
        >
          {text.shell.skip}
        </a>
        <Header marking={<Banner />} />
        <main id="page" className={styles.main} ref={main} tabIndex={-1}>
          <WithheldNote />
          {children}
        </main>
        <footer>
          <Banner />
        </footer>
      </div>
    </MarksContext>
  )
}

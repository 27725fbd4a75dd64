import type { Pages } from '../api/usePages'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from './parts.module.css'

/** How much of a list is shown, and the button for the next page. */
export function MoreRow<Item>({ pages }: { pages: Pages<Item> }) {
  const { text, number } = useSpeech()
  if (pages.asking && pages.items.length === 0)
    return (
      <p className={parts.asking} role="status">
        {text.shell.loading}
      </p>
    )
  if (pages.items.length === 0) return null
  const shown = { n: number(pages.items.length), total: number(pages.totalCount ?? pages.items.length) }
  return (
    <div className={`${parts.row} ${parts.panelBody}`}>
      <span className={parts.hint} role="status">
        {fill(text.shell.shown, shown)}
      </span>
      {pages.more && (
        <button type="button" className={parts.button} onClick={pages.more}>
          {text.shell.more}
        </button>
      )}
    </div>
  )
}

import { useRef, useState } from 'react'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { explore } from './explore'
import styles from './explore.module.css'
import { SchemaDocs } from './SchemaDocs'
import { useExploreWords } from './texts'

/** Where officers and those who write programs try questions to the API. */
export default function ExplorePage() {
  const words = useExploreWords()
  const [query, setQuery] = useState('{ me { officer { name } organisation { name } } }')
  const [variables, setVariables] = useState('')
  const [answer, setAnswer] = useState('')
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useTitle(words.title)
  async function submit() {
    setBusy(true)
    const got = await explore(query, variables)
    setAnswer('answer' in got ? got.answer : words[got.fault])
    setBusy(false)
  }
  const onKeyDown = (e: React.KeyboardEvent) => {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) form.current?.requestSubmit()
  }
  return (
    <div className={parts.page}>
      <h1>{words.title}</h1>
      <p className={parts.lead}>{words.lead}</p>
      <div className={styles.columns}>
        <form
          ref={form}
          className={styles.ask}
          onSubmit={(e) => {
            e.preventDefault()
            void submit()
          }}
        >
          <label className={parts.field}>
            <span>{words.document}</span>
            <textarea
              className={styles.document}
              rows={14}
              spellCheck={false}
              value={query}
              onChange={(e) => setQuery(e.target.value)}
              onKeyDown={onKeyDown}
            />
          </label>
          <label className={parts.field}>
            <span>{words.variables}</span>
            <textarea
              className={styles.document}
              rows={4}
              spellCheck={false}
              value={variables}
              onChange={(e) => setVariables(e.target.value)}
              onKeyDown={onKeyDown}
            />
          </label>
          <button className={parts.primary} type="submit" disabled={busy}>
            {busy ? words.asking : words.ask}
          </button>
          <label className={parts.field}>
            <span>{words.result}</span>
            <textarea className={styles.document} rows={18} readOnly value={answer} aria-live="polite" />
          </label>
        </form>
        <SchemaDocs words={words} />
      </div>
    </div>
  )
}

import { useEffect, useMemo, useState } from 'react'
import parts from '../shell/parts.module.css'
import { explore } from './explore'
import styles from './explore.module.css'
import { found, membersOf, type SchemaType, schemaDocument, signature } from './schema'
import type { ExploreWords } from './texts'

/** The schema in words, to be searched by name. */
export function SchemaDocs({ words }: { words: ExploreWords }) {
  const [types, setTypes] = useState<SchemaType[] | null>()
  const [text, setText] = useState('')
  useEffect(() => {
    void explore(schemaDocument, '').then((got) => {
      const answer = 'answer' in got ? JSON.parse(got.answer) : null
      setTypes(answer?.data?.__schema?.types ?? null)
    })
  }, [])
  const shown = useMemo(() => found(types ?? [], text), [types, text])
  return (
    <section className={parts.panel} aria-label={words.schema}>
      <div className={parts.panelBody}>
        <label className={parts.field}>
          <span>{words.find}</span>
          <input
            className={parts.input}
            type="search"
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
        </label>
        {types === null && <p>{words.trusted}</p>}
        {types && shown.length === 0 && <p>{words.none}</p>}
        {shown.map((type) => (
          <details key={type.name}>
            <summary>{type.name}</summary>
            <p>{type.description}</p>
            <dl className={styles.members}>
              {membersOf(type).map((member) => (
                <div key={member.name}>
                  <dt>
                    <code>{signature(member)}</code>
                  </dt>
                  <dd>{member.description}</dd>
                </div>
              ))}
            </dl>
          </details>
        ))}
      </div>
    </section>
  )
}

import { useCallback, useState } from 'react'
import { ask } from '../api/ask'
import { usePages } from '../api/usePages'
import { type ReleasePartsFragment, type ReleaseState, ReleasesDocument } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { useWork } from '../language/work/useWork'
import { FailureNote } from '../shell/FailureNote'
import { MoreRow } from '../shell/MoreRow'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import styles from '../work/work.module.css'
import { ReleaseCard } from './ReleaseCard'

/** What the organisation asked for or is asked for, and the decisions. */
export default function ReleasesPage() {
  const { text } = useSpeech()
  const words = useWork().releases
  useTitle(text.shell.releases)
  const [state, setState] = useState<ReleaseState | ''>('')
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was decided is read anew
  const read = useCallback(
    async (after: string | null, signal: AbortSignal) => {
      const filter = state === '' ? null : { states: [state], element: null }
      return (await ask(ReleasesDocument, { filter, first: 30, after }, signal)).releases
    },
    [state, round],
  )
  const pages = usePages<ReleasePartsFragment>(read)
  return (
    <div className={parts.page}>
      <div className={parts.titleRow}>
        <h1>{text.shell.releases}</h1>
        <label className={parts.row}>
          <span>{words.state}</span>
          <select
            className={parts.select}
            value={state}
            onChange={(event) => setState(event.target.value as ReleaseState | '')}
          >
            <option value="">{words.anyState}</option>
            {(Object.keys(words.states) as ReleaseState[]).map((one) => (
              <option key={one} value={one}>
                {words.states[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className={parts.lead}>{words.lead}</p>
      {pages.failure && <FailureNote failure={pages.failure} />}
      {pages.totalCount === 0 && (
        <div className={`${parts.panel} ${parts.empty}`}>
          <strong>{words.none}</strong>
          <span>{words.noneHint}</span>
        </div>
      )}
      <div className={styles.cards}>
        {pages.items.map((release) => (
          <ReleaseCard key={release.id} release={release} onDone={() => setRound((n) => n + 1)} />
        ))}
      </div>
      {!pages.failure && <MoreRow pages={pages} />}
    </div>
  )
}

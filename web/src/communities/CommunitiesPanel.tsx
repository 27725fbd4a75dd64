import { useId, useState } from 'react'
import { useCanvas, useCanvasStore } from '../canvas/CanvasMemory'
import styles from '../canvas/canvas.module.css'
import type { Actions } from '../canvas/useActions'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { CommunityList } from './CommunityList'
import { FoldCommunities } from './FoldCommunities'
import { sameThings } from './match'
import { useCommunities } from './useCommunities'

/** How finely to divide, and what came of it. */
export default function CommunitiesPanel({ actions }: { actions: Actions }) {
  const { text, number, count } = useSpeech()
  const words = text.communities
  const store = useCanvasStore()
  const {
    communities: found,
    asking,
    history,
    folded,
  } = useCanvas('communities', 'asking', 'history', 'folded')
  const find = useCommunities(actions)
  const hint = useId()
  // The slider moves over powers of ten from 0.1 to 10, as resolution acts by ratio.
  const [power, setPower] = useState(0)
  const resolution = Math.round(10 ** power * 100) / 100
  return (
    <div className={styles.selection}>
      <p className={parts.hint}>{words.lead}</p>
      <label className={parts.field}>
        <span>
          {words.resolution}: {number(resolution)}
        </span>
        <input
          type="range"
          min="-1"
          max="1"
          step="0.05"
          value={power}
          aria-valuetext={number(resolution)}
          aria-describedby={hint}
          onChange={(event) => setPower(Number(event.target.value))}
        />
      </label>
      <p id={hint} className={parts.hint}>
        {words.resolutionHint}
      </p>
      <div className={parts.row}>
        <button
          type="button"
          className={parts.primary}
          disabled={asking || folded.things.size === 0}
          onClick={() => find(resolution)}
        >
          {words.go}
        </button>
        {found && (
          <button type="button" className={parts.button} onClick={() => store.set({ communities: null })}>
            {words.off}
          </button>
        )}
      </div>
      {found && !sameThings(found.contents, history.present) && <p className={parts.notice}>{words.stale}</p>}
      {found && (
        <>
          <p>
            <strong>{count(words.found, found.answer.totalCount)}</strong>{' '}
            <span className={parts.hint}>
              {fill(words.modularity, { q: number(Math.round(found.answer.modularity * 1000) / 1000) })}
              {found.answer.communities.length < found.answer.totalCount &&
                ` · ${fill(words.shown, { n: number(found.answer.communities.length) })}`}
            </span>
          </p>
          <FoldCommunities communityOf={found.communityOf} />
          <CommunityList found={found} />
        </>
      )}
    </div>
  )
}

import { useCanvas, useCanvasStore } from '../canvas/CanvasMemory'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import type { Found } from './match'

/** Shows each community as one thing, or thing by thing again. */
export function FoldCommunities({ communityOf }: Pick<Found, 'communityOf'>) {
  const { text } = useSpeech()
  const store = useCanvasStore()
  const { grouping } = useCanvas('history').history.present
  const folded = grouping.by === 'COMMUNITY'
  const by = folded ? null : 'COMMUNITY'
  return (
    <button
      type="button"
      className={parts.button}
      onClick={() => store.show({ grouping: { ...grouping, by, opened: new Set(), communityOf } })}
    >
      {folded ? text.communities.unfold : text.communities.fold}
    </button>
  )
}

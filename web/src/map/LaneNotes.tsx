import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import parts from '../shell/parts.module.css'
import type { useTimeline } from './useTimeline'

/** What the lanes do not show: what lies before and after their time, and things that have none. */
export function LaneNotes({ line }: { line: ReturnType<typeof useTimeline> }) {
  const { count, number } = useSpeech()
  const time = useWork().time
  const { before, after } = line.histogram ?? { before: 0, after: 0 }
  const { left, chosen } = line.laneSet
  return (
    <>
      {before + after > 0 && (
        <p className={parts.hint}>{fill(time.beyond, { before: number(before), after: number(after) })}</p>
      )}
      {left > 0 && <p className={parts.hint}>{count(chosen ? time.chosenLeft : time.othersLeft, left)}</p>}
    </>
  )
}

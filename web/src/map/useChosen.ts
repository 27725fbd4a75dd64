import { useMemo, useState } from 'react'
import { useCanvas } from '../canvas/CanvasMemory'
import { thingOf } from '../canvas/CanvasStore'

type Marks = ReadonlySet<string>

/**
 * The things marked and selected on the canvas. What the timeline marks by itself leaves them as they are, once it is
 * told to `hold`: lanes that change under the pointer that draws over them cannot be read.
 */
export function useChosen() {
  const { folded, selected, marked } = useCanvas('folded', 'selected', 'marked')
  const [held, setHeld] = useState<{ marked: Marks; selected: string | null } | null>(null)
  const [basis, setBasis] = useState({ marked, selected })
  const ours = marked === held?.marked && selected === held.selected
  if (!ours && (marked !== basis.marked || selected !== basis.selected)) setBasis({ marked, selected })
  const thing = thingOf(folded, basis.selected)?.id
  const chosen = useMemo(
    () => (thing === undefined ? basis.marked : new Set([...basis.marked, thing])),
    [basis.marked, thing],
  )
  return { chosen, hold: setHeld }
}

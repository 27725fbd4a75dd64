import { useDeferredValue } from 'react'
import { useCanvas } from '../canvas/CanvasMemory'
import type { CanvasState } from '../canvas/CanvasStore'

/** Parts of the canvas as they are, or were a moment ago: the canvas answers first, and then map and time go through all that is dated. */
export function useCanvasLater<Part extends keyof CanvasState>(
  ...parts: [Part, ...Part[]]
): Pick<CanvasState, Part> {
  return useDeferredValue(useCanvas(...parts))
}

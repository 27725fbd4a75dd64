import { useCallback, useState } from 'react'
import { height, width } from './world'

/** How many pixels a unit of the map takes, and what to hang on its drawing to know. */
export function useScale(): [number, (drawing: SVGSVGElement | null) => (() => void) | undefined] {
  const [scale, setScale] = useState(1)
  const watch = useCallback((drawing: SVGSVGElement | null) => {
    if (!drawing) return undefined
    const measured = () => {
      const box = drawing.getBoundingClientRect()
      // One that is not laid out has no size.
      setScale(Math.min(box.width / width, box.height / height) || 1)
    }
    const room = new ResizeObserver(measured)
    room.observe(drawing)
    return () => room.disconnect()
  }, [])
  return [scale, watch]
}

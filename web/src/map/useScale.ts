import { useCallback, useState } from 'react'
import { height, width } from './world'

interface Room {
  /** How many pixels a unit of the map takes when it is seen whole. */
  scale: number
  /** In pixels. */
  wide: number
  high: number
}

/** How large the map's drawing is, and what to hang on it to know. */
export function useScale(): [Room, (drawing: SVGSVGElement | null) => (() => void) | undefined] {
  const [room, setRoom] = useState<Room>({ scale: 1, wide: width, high: height })
  const watch = useCallback((drawing: SVGSVGElement | null) => {
    if (!drawing) return undefined
    const measured = () => {
      const box = drawing.getBoundingClientRect()
      // One that is not laid out has no size.
      const scale = Math.min(box.width / width, box.height / height) || 1
      setRoom({ scale, wide: box.width, high: box.height })
    }
    const watcher = new ResizeObserver(measured)
    watcher.observe(drawing)
    return () => watcher.disconnect()
  }, [])
  return [room, watch]
}

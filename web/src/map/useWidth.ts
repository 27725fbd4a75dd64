import { useCallback, useState } from 'react'

/** How wide an element is in pixels, and what to hang on it to know; 0 before it is laid out. */
export function useWidth(): [number, (element: HTMLElement | null) => (() => void) | undefined] {
  const [width, setWidth] = useState(0)
  const watch = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    const room = new ResizeObserver(() => setWidth(Math.round(element.getBoundingClientRect().width)))
    room.observe(element)
    return () => room.disconnect()
  }, [])
  return [width, watch]
}

import { useEffect } from 'react'
import type { Tools } from './useTools'

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea, [role=dialog] *')
}

function toolFor(event: KeyboardEvent): keyof Tools | null {
  if (event.ctrlKey || event.metaKey) {
    if (event.key === 'z') return 'undo'
    return event.key === 'y' ? 'redo' : null
  }
  const keys: Record<string, keyof Tools> = {
    f: 'fit',
    '+': 'zoomIn',
    '-': 'zoomOut',
    Delete: 'remove',
    s: 'from',
    e: 'to',
  }
  return event.altKey ? null : (keys[event.key] ?? null)
}

/** The keys of the canvas; while somebody types in a field they are only letters. */
export function useShortcuts(tools: Tools): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const tool = typing(event.target) ? null : toolFor(event)
      if (!tool) return
      event.preventDefault()
      tools[tool]()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [tools])
}

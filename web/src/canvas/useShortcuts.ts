import { useEffect } from 'react'
import { lettersAct } from '../shell/letters'
import type { Tools } from './useTools'

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea, [role=dialog] *')
}

const keys: Record<string, keyof Tools> = {
  f: 'fit',
  '+': 'zoomIn',
  '-': 'zoomOut',
  delete: 'remove',
  s: 'from',
  e: 'to',
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** What a key does; `inside` where the focus is in the drawing or in the list. Caps Lock gives capitals. */
export function toolFor(pressed: Pressed, inside: boolean): keyof Tools | null {
  const key = pressed.key.toLowerCase()
  if (pressed.ctrlKey || pressed.metaKey) {
    if (key === 'z') return pressed.shiftKey ? 'redo' : 'undo'
    return key === 'y' ? 'redo' : null
  }
  const acts = lettersAct() || (inside && key.length > 1)
  return acts && !pressed.altKey ? (keys[key] ?? null) : null
}

/** The keys of the canvas; while somebody types in a field they are only letters. */
export function useShortcuts(tools: Tools): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target } = event
      const inside = target instanceof Element && target.closest('[role=application], [role=grid]') !== null
      const tool = typing(target) ? null : toolFor(event, inside)
      if (!tool) return
      event.preventDefault()
      tools[tool]()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [tools])
}

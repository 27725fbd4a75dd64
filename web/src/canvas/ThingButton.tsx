import { Kind } from '../kinds/Kind'
import parts from '../shell/parts.module.css'
import { useCanvasStore } from './CanvasMemory'
import type { Thing } from './thing'

/** A thing on the canvas by name, struck out where it is gone; chosen, it is selected there. */
export function ThingButton({ thing, struck = false }: { thing: Thing; struck?: boolean }) {
  const store = useCanvasStore()
  return (
    <button
      type="button"
      className={parts.quiet}
      onClick={() => store.set({ selected: thing.records[0] ?? null })}
    >
      <Kind kind={thing.kind} named={false} /> {struck ? <s>{thing.label}</s> : thing.label}
    </button>
  )
}

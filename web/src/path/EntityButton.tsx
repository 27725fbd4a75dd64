import { useCanvas, useCanvasStore } from '../canvas/CanvasMemory'
import type { Path } from '../canvas/CanvasStore'
import styles from '../canvas/canvas.module.css'
import { Kind } from '../kinds/Kind'

/** A thing of an answer; chosen here it is selected on the canvas. */
export function EntityButton({ entity }: { entity: Path['entities'][number] }) {
  const store = useCanvasStore()
  const { history } = useCanvas('history')
  const record = entity.records.find((r) => history.present.records.has(r.id))
  return (
    <button
      type="button"
      className={styles.entity}
      disabled={!record}
      onClick={() => store.set({ selected: record?.id ?? null })}
    >
      <Kind kind={entity.kind} named={false} /> {entity.label}
    </button>
  )
}

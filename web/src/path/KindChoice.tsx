import styles from '../canvas/canvas.module.css'

interface Props<T extends string> {
  title: string
  /** Whether the kinds are seen at once. */
  open?: boolean
  kinds: readonly (readonly [T, string])[]
  chosen: readonly T[]
  onChange: (kinds: readonly T[]) => void
}

/** Some of several kinds, behind a title that counts those chosen. */
export function KindChoice<T extends string>({ title, open = false, kinds, chosen, onChange }: Props<T>) {
  const toggle = (kind: T) =>
    onChange(chosen.includes(kind) ? chosen.filter((k) => k !== kind) : [...chosen, kind])
  return (
    <details className={styles.more} open={open}>
      <summary>
        {title}
        {chosen.length > 0 && ` (${chosen.length})`}
      </summary>
      <div className={styles.kindChoice}>
        {kinds.map(([kind, name]) => (
          <label key={kind} className={styles.check}>
            <input type="checkbox" checked={chosen.includes(kind)} onChange={() => toggle(kind)} />
            {name}
          </label>
        ))}
      </div>
    </details>
  )
}

import parts from '../shell/parts.module.css'
import styles from './map.module.css'

interface Props<Id extends string> {
  name: string
  value: Id
  all: readonly { id: Id; name: string }[]
  onChange: (id: Id) => void
}

/** One of a few, each a button. */
export function Choices<Id extends string>({ name, value, all, onChange }: Props<Id>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a row
    <div className={styles.choices} role="group" aria-label={name}>
      {all.map((one) => (
        <button
          key={one.id}
          type="button"
          className={parts.button}
          aria-pressed={one.id === value}
          onClick={() => onChange(one.id)}
        >
          {one.name}
        </button>
      ))}
    </div>
  )
}

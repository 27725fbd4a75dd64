import { useId } from 'react'
import parts from '../shell/parts.module.css'

interface Props {
  label: string
  hint?: string
  value: string
  choices: readonly { id: string; name: string }[]
  choose: (id: string) => void
}

/** One of several, with a word on what it means. */
export function Choice({ label, hint, value, choices, choose }: Props) {
  const hinted = useId()
  return (
    <label className={parts.field}>
      <span>{label}</span>
      <select
        className={parts.select}
        value={value}
        aria-describedby={hint === undefined ? undefined : hinted}
        onChange={(event) => choose(event.target.value)}
      >
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <span id={hinted} className={parts.hint}>
          {hint}
        </span>
      )}
    </label>
  )
}

import parts from '../shell/parts.module.css'

interface Props<T extends string> {
  label: string
  texts: Readonly<Record<T, string>>
  value: T
  disabled?: readonly T[]
  onChange: (value: T) => void
}

/** A choice of one by its name. */
export function OneOf<T extends string>({ label, texts, value, disabled = [], onChange }: Props<T>) {
  return (
    <label className={parts.field}>
      <span>{label}</span>
      <select className={parts.select} value={value} onChange={(event) => onChange(event.target.value as T)}>
        {(Object.keys(texts) as T[]).map((one) => (
          <option key={one} value={one} disabled={disabled.includes(one)}>
            {texts[one]}
          </option>
        ))}
      </select>
    </label>
  )
}

import { useId } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import styles from './entry.module.css'
import { FieldError, useFieldFailure } from './FieldError'
import { type Entry, type Field, localOf } from './fields'

interface Props {
  field: Field
  /** What stands there at first, as the API gives it. */
  value: unknown
  /** Of the input that holds the field, to find what the API says of it. */
  within: string
}

/** One field of a form, by its description. */
export function FieldInput({ field, value, within }: Props) {
  const { text } = useSpeech()
  const [control, error] = [useId(), useId()]
  const path = `${within}.${field.name}`
  const failed = useFieldFailure(path) !== null
  const label = text.fields[field.label]
  if (field.entry.as === 'codes') return <Codes field={field} value={value} path={path} />
  if (field.entry.as === 'flag') {
    return (
      <label className={styles.flag}>
        <input type="checkbox" name={`details.${field.name}`} defaultChecked={value === true} />
        {label}
      </label>
    )
  }
  const shared = {
    id: control,
    name: `details.${field.name}`,
    required: field.required,
    'aria-invalid': failed || undefined,
    'aria-describedby': failed ? error : undefined,
  }
  return (
    <label className={parts.field} htmlFor={control}>
      <span>
        {label}
        {field.required && <span aria-hidden="true"> *</span>}
      </span>
      {field.entry.as === 'code' ? (
        <select className={parts.select} defaultValue={String(value ?? '')} {...shared}>
          <option value="">{text.entry.choose}</option>
          {field.entry.of.map((one) => (
            <option key={one} value={one}>
              {text.values[one]}
            </option>
          ))}
        </select>
      ) : (
        <input
          className={parts.input}
          autoComplete="off"
          {...kindOf(field.entry)}
          defaultValue={shown(field.entry, value)}
          {...shared}
        />
      )}
      {hintOf(field.entry, text.entry) && (
        <span className={parts.hint}>{hintOf(field.entry, text.entry)}</span>
      )}
      <FieldError id={error} path={path} />
    </label>
  )
}

function Codes({ field, value, path }: { field: Field; value: unknown; path: string }) {
  const { text } = useSpeech()
  const error = useId()
  const held = Array.isArray(value) ? value : []
  if (field.entry.as !== 'codes') return null
  return (
    <fieldset className={styles.codes}>
      <legend>{text.fields[field.label]}</legend>
      {field.entry.of.map((one) => (
        <label key={one} className={styles.flag}>
          <input
            type="checkbox"
            name={`details.${field.name}`}
            value={one}
            defaultChecked={held.includes(one)}
          />
          {text.values[one]}
        </label>
      ))}
      <FieldError id={error} path={path} />
    </fieldset>
  )
}

function kindOf(entry: Entry) {
  switch (entry.as) {
    case 'instant':
      return { type: 'datetime-local', step: 1 }
    case 'number':
      return { type: 'number', step: 'any' }
    case 'whole':
      return { type: 'number', step: 1, min: 0 }
    case 'day':
      return { type: 'text', pattern: '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?' }
    default:
      return { type: 'text' }
  }
}

function shown(entry: Entry, value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  if (value === null || value === undefined) return ''
  return entry.as === 'instant' ? localOf(String(value)) : String(value)
}

function hintOf(entry: Entry, words: { dayHint: string; listHint: string }): string | null {
  if (entry.as === 'day') return words.dayHint
  return entry.as === 'texts' ? words.listHint : null
}

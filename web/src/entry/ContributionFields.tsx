import { useId } from 'react'
import type { GradingPartsFragment, Scheme } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import styles from './entry.module.css'
import { FieldError, useFieldFailure } from './FieldError'
import { MarkingFields } from './MarkingFields'

interface Props {
  /** What was held before; null for something new. */
  before: {
    source: string
    grading: GradingPartsFragment | null
    validity: { from: string | null; until: string | null }
  } | null
}

/** Source, grading, time and marking: what every record and link needs. */
export function ContributionFields({ before }: Props) {
  const { text } = useSpeech()
  const words = text.entry
  return (
    <>
      <fieldset className={styles.section}>
        <legend>{text.record.provenance}</legend>
        <div className={styles.grid}>
          <Text
            name="source"
            label={text.record.source}
            value={before?.source}
            hint={words.sourceHint}
            required
          />
          <label className={parts.field}>
            <span>{words.scheme}</span>
            <select
              className={parts.select}
              name="grading.scheme"
              defaultValue={before?.grading?.scheme ?? 'UK_3X5X2'}
            >
              {(Object.keys(text.schemes) as Scheme[]).map((scheme) => (
                <option key={scheme} value={scheme}>
                  {text.schemes[scheme]}
                </option>
              ))}
            </select>
          </label>
          <Text
            name="grading.value"
            path="grading"
            label={text.record.grading}
            value={before?.grading?.value}
            hint={words.gradingHint}
          />
          <Text
            name="validity.from"
            label={words.validFrom}
            value={before?.validity.from}
            hint={words.dayHint}
            pattern={day}
          />
          <Text
            name="validity.until"
            label={words.validUntil}
            value={before?.validity.until}
            hint={words.dayHint}
            pattern={day}
          />
        </div>
      </fieldset>
      <MarkingFields amending={before !== null} />
    </>
  )
}

const day = '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?'

interface TextProps {
  name: string
  path?: string
  label: string
  value: string | null | undefined
  hint: string
  required?: boolean
  pattern?: string
}

function Text({ name, path = name, label, value, hint, required, pattern }: TextProps) {
  const [hinted, error] = [useId(), useId()]
  const failed = useFieldFailure(path) !== null
  return (
    <label className={parts.field}>
      <span>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </span>
      <input
        className={parts.input}
        name={name}
        required={required}
        pattern={pattern}
        autoComplete="off"
        defaultValue={value ?? ''}
        aria-invalid={failed || undefined}
        aria-describedby={failed ? error : hinted}
      />
      <span id={hinted} className={parts.hint}>
        {hint}
      </span>
      <FieldError id={error} path={path} />
    </label>
  )
}

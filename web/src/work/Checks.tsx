import entry from '../entry/entry.module.css'

interface Props {
  name: string
  legend: string
  choices: readonly { id: string; name: string }[]
}

/** Any number of choices under one name. */
export function Checks({ name, legend, choices }: Props) {
  return (
    <fieldset className={entry.codes}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.id} className={entry.flag}>
          <input type="checkbox" name={name} value={choice.id} />
          {choice.name}
        </label>
      ))}
    </fieldset>
  )
}

/** Codes of a closed list, in the order of the list, each with its words. */
export function named<Code extends string>(texts: Record<Code, string>): { id: Code; name: string }[] {
  return (Object.keys(texts) as Code[]).map((id) => ({ id, name: texts[id] }))
}

/** The same, with the code before its words. */
export function withCodes<Code extends string>(texts: Record<Code, string>): { id: Code; name: string }[] {
  return named(texts).map(({ id, name }) => ({ id, name: `${id}: ${name}` }))
}

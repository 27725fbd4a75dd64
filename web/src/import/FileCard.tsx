import entry from '../entry/entry.module.css'
import type { LinkKind, RecordKind } from '../gql/graphql'
import { recordKinds } from '../kinds/look'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { Choice } from './Choice'
import { type Column, delimiters, endFields, type FileMapping, fieldsOf, found, type Origin } from './mapping'
import { useImportTexts } from './texts'

const dateForms = ['DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY', 'YYYYMMDD']

interface Props {
  name: string
  columns: readonly Column[]
  mapping: FileMapping
  change: (mapping: FileMapping) => void
  /** The columns are others with another delimiter. */
  part: (delimiter: string) => void
  /** They are numbers where the first line does not name them. */
  head: (header: boolean) => void
}

/** What the rows of one file become: its kind, its keys, and a column for each field. */
export function FileCard({ name, columns, mapping, change, part, head }: Props) {
  const { text } = useSpeech()
  const words = useImportTexts()
  const { makes, fields } = mapping
  const become = (value: string) => {
    const link = (Object.keys(text.linkKinds) as LinkKind[]).find((kind) => value === `link ${kind}`)
    const record = recordKinds.find((kind) => value === `record ${kind}`)
    const next = link ? { link } : { record: record ?? 'PERSON' }
    change({
      ...mapping,
      makes: next,
      fields: found(
        next,
        columns.map(({ id }) => id),
      ),
    })
  }
  const set = (field: string, origin: Origin | null) => {
    const { [field]: _, ...rest } = fields
    change({ ...mapping, fields: origin ? { ...rest, [field]: origin } : rest })
  }
  const without = [{ id: '', name: words.none }, ...columns]
  return (
    <fieldset className={entry.section}>
      <legend>{name}</legend>
      <label className={entry.flag}>
        <input type="checkbox" checked={mapping.header} onChange={(event) => head(event.target.checked)} />
        {words.header}
      </label>
      <div className={entry.grid}>
        <label className={parts.field}>
          <span>{words.become}</span>
          <select
            className={parts.select}
            value={'record' in makes ? `record ${makes.record}` : `link ${makes.link}`}
            onChange={(event) => become(event.target.value)}
          >
            <optgroup label={words.records}>
              {recordKinds.map((kind) => (
                <option key={kind} value={`record ${kind}`}>
                  {text.kinds[kind]}
                </option>
              ))}
            </optgroup>
            <optgroup label={words.links}>
              {(Object.keys(text.linkKinds) as LinkKind[]).map((kind) => (
                <option key={kind} value={`link ${kind}`}>
                  {text.linkKinds[kind]}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
        <Choice
          label={words.delimiter}
          value={mapping.delimiter}
          choices={delimiters.map((id) => ({ id, name: words.delimiters[id] }))}
          choose={part}
        />
        <Choice
          label={words.dates}
          value={mapping.dates}
          choices={[{ id: '', name: words.datesAsIs }, ...dateForms.map((id) => ({ id, name: id }))]}
          choose={(dates) => change({ ...mapping, dates })}
        />
        <Choice
          label={words.decimal}
          value={mapping.decimal}
          choices={[
            { id: '.', name: words.point },
            { id: ',', name: words.comma },
          ]}
          choose={(decimal) => change({ ...mapping, decimal: decimal === ',' ? ',' : '.' })}
        />
        <Choice
          label={words.key}
          hint={'record' in makes ? words.keyHint : words.linkKeyHint}
          value={mapping.key}
          choices={'record' in makes ? columns : without}
          choose={(key) => change({ ...mapping, key })}
        />
        {'link' in makes && (
          <>
            <Choice
              label={words.from}
              value={mapping.from}
              choices={without}
              choose={(from) => change({ ...mapping, from })}
            />
            <Choice
              label={words.to}
              value={mapping.to}
              choices={without}
              choose={(to) => change({ ...mapping, to })}
            />
            <Choice
              label={words.ends}
              value={mapping.ends}
              choices={[
                { id: '', name: words.endsNone },
                ...(Object.keys(endFields) as RecordKind[]).map((id) => ({
                  id,
                  name: fill(words.endsMake, { kind: text.kinds[id] }),
                })),
              ]}
              choose={(ends) => change({ ...mapping, ends: recordKinds.find((kind) => kind === ends) ?? '' })}
            />
          </>
        )}
        {fieldsOf(makes).map((field) => (
          <FieldOrigin
            key={field.name}
            label={text.fields[field.label] + (field.required ? ' *' : '')}
            origin={fields[field.name] ?? null}
            columns={columns}
            set={(origin) => set(field.name, origin)}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface OriginProps {
  label: string
  origin: Origin | null
  columns: readonly Column[]
  set: (origin: Origin | null) => void
}

/** Where a field comes from. Columns are told by their place, for one may be called like anything. */
function FieldOrigin({ label, origin, columns, set }: OriginProps) {
  const words = useImportTexts()
  const value =
    origin === null
      ? ''
      : 'always' in origin
        ? 'always'
        : String(columns.findIndex(({ id }) => id === origin.column))
  const choose = (chosen: string) => {
    const column = columns[Number(chosen)]
    if (chosen === '') set(null)
    else if (chosen === 'always' || column === undefined) set({ always: '' })
    else set({ column: column.id })
  }
  return (
    <>
      <Choice
        label={label}
        value={value}
        choices={[
          { id: '', name: words.none },
          ...columns.map(({ name }, i) => ({ id: String(i), name })),
          { id: 'always', name: words.always },
        ]}
        choose={choose}
      />
      {origin !== null && 'always' in origin && (
        <label className={parts.field}>
          <span>{fill(words.alwaysOf, { field: label })}</span>
          <input
            className={parts.input}
            value={origin.always}
            autoComplete="off"
            onChange={(event) => set({ always: event.target.value })}
          />
        </label>
      )}
    </>
  )
}

import { type FormEvent, useId, useRef, useState } from 'react'
import { contributionOf } from '../entry/contribution'
import entry from '../entry/entry.module.css'
import { MarkingFields } from '../entry/MarkingFields'
import { useSpeech } from '../language/LanguageProvider'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { useTitle } from '../shell/useTitle'
import { FileButton } from './FileButton'
import { FileCard } from './FileCard'
import { mappingOf } from './mapping'
import { Outcome, UnderWay } from './Outcome'
import { Preview } from './Preview'
import type { ImportPlan } from './run'
import { useImportTexts } from './texts'
import { useChosenFiles } from './useChosenFiles'
import { useImport } from './useImport'

/** Files become records and links of the officer's organisation; what cannot be taken is told row by row. */
export default function ImportPage() {
  const { text } = useSpeech()
  const words = useImportTexts()
  useTitle(words.title)
  const form = useRef<HTMLFormElement>(null)
  const { files, choose, change, part, head } = useChosenFiles()
  const [written, setWritten] = useState<string | null>(null)
  const { state, failure, progress, previews, look, go, cancel } = useImport(words.notUtf8)
  const busy = state === 'looking' || state === 'running' || state === 'stopping'
  const plan = (): ImportPlan | null => {
    if (!form.current?.reportValidity()) return null
    const given = new FormData(form.current)
    const said = { name: String(given.get('name')), source: String(given.get('source') ?? '') }
    const chosen = files.map(({ file, mapping }) => ({ file: file.name, mapping }))
    return {
      mapping: written ?? mappingOf(said, chosen),
      name: written === null ? '' : said.name,
      marking: contributionOf(given).marking,
      replace: given.get('replace') !== null,
    }
  }
  const withPlan = (act: typeof go) => {
    const made = plan()
    if (made)
      void act(
        files.map(({ file }) => file),
        made,
      )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    withPlan(go)
  }
  const ended = state === 'done' || state === 'stopped' || state === 'broken'
  return (
    <div className={parts.page}>
      <h1>{words.title}</h1>
      <p className={parts.hint}>{words.lead}</p>
      <form ref={form} className={entry.form} onSubmit={submit}>
        <FilesField
          chosen={files.map(({ file }) => file.name)}
          choose={(list) => void choose(list)}
          disabled={busy}
        />
        {files.length === 0 ? (
          <p className={parts.hint}>{words.noFiles}</p>
        ) : (
          <>
            <HowField written={written} write={setWritten} />
            {written === null &&
              files.map(({ file, columns, mapping }, i) => (
                <FileCard
                  key={file.name}
                  name={file.name}
                  columns={columns}
                  mapping={mapping}
                  change={(next) => change(i, next)}
                  part={(delimiter) => part(i, delimiter)}
                  head={(header) => head(i, header)}
                />
              ))}
            <SaidFields name={files[0]?.file.name.split('.')[0] ?? ''} source={written === null} />
            <MarkingFields amending={false} />
            <div className={parts.row}>
              <button type="button" className={parts.button} disabled={busy} onClick={() => withPlan(look)}>
                {words.look}
              </button>
              <button type="submit" className={parts.primary} disabled={busy}>
                {words.go}
              </button>
              {state === 'looking' && <span role="status">{text.shell.loading}</span>}
            </div>
          </>
        )}
      </form>
      {failure && <FailureNote failure={failure} />}
      {previews.map((one) => (
        <Preview key={`${one.file} ${one.stage}`} {...one} />
      ))}
      {(state === 'running' || state === 'stopping') && (
        <UnderWay progress={progress} stopping={state === 'stopping'} stop={cancel} />
      )}
      {ended && <Outcome progress={progress} said={words[state]} />}
    </div>
  )
}

interface FilesProps {
  chosen: readonly string[]
  choose: (list: FileList) => void
  disabled: boolean
}

function FilesField({ chosen, choose, disabled }: FilesProps) {
  const { count } = useSpeech()
  const words = useImportTexts()
  const [named, counted, hinted] = [useId(), useId(), useId()]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a frame, and this is one field
    <div className={parts.field} role="group" aria-labelledby={named}>
      <span id={named}>{words.files}</span>
      <div className={parts.row}>
        <FileButton
          endings={['.csv', '.tsv', '.txt', '.jsonl', '.ndjson']}
          multiple
          disabled={disabled}
          describedBy={`${counted} ${hinted}`}
          choose={choose}
        >
          {words.chooseFiles}
        </FileButton>
        <span id={counted} role="status">
          {chosen.length === 0
            ? words.noneChosen
            : `${count(words.chosen, chosen.length)}: ${chosen.join(', ')}`}
        </span>
      </div>
      <span id={hinted} className={parts.hint}>
        {words.filesHint}
      </span>
    </div>
  )
}

/** By the form, or by a mapping that is pasted or opened. */
function HowField({ written, write }: { written: string | null; write: (mapping: string | null) => void }) {
  const words = useImportTexts()
  const hinted = useId()
  return (
    <fieldset className={entry.section}>
      <legend>{words.how}</legend>
      <label className={entry.flag}>
        <input type="radio" name="how" checked={written === null} onChange={() => write(null)} />
        {words.byForm}
      </label>
      <label className={entry.flag}>
        <input type="radio" name="how" checked={written !== null} onChange={() => write(written ?? '')} />
        {words.byMapping}
      </label>
      {written !== null && (
        <>
          <label className={parts.field}>
            <span>{words.mapping}</span>
            <textarea
              className={parts.input}
              rows={12}
              required
              spellCheck={false}
              value={written}
              aria-describedby={hinted}
              onChange={(event) => write(event.target.value)}
            />
            <span id={hinted} className={parts.hint}>
              {words.mappingHint}
            </span>
          </label>
          <div>
            <FileButton
              endings={['.yaml', '.yml', '.json']}
              choose={(list) => void list[0]?.text().then(write)}
            >
              {words.openMapping}
            </FileButton>
          </div>
        </>
      )}
    </fieldset>
  )
}

/** What the import says of itself: its name, its source, and what becomes of what is there. */
function SaidFields({ name, source }: { name: string; source: boolean }) {
  const { text } = useSpeech()
  const words = useImportTexts()
  const [named, sourced, replaced] = [useId(), useId(), useId()]
  return (
    <div className={entry.grid}>
      <label className={parts.field}>
        <span>{words.name}</span>
        <input
          key={name}
          className={parts.input}
          name="name"
          required={source}
          defaultValue={name}
          autoComplete="off"
          aria-describedby={named}
        />
        <span id={named} className={parts.hint}>
          {words.nameHint}
        </span>
      </label>
      {source && (
        <label className={parts.field}>
          <span>{words.source}</span>
          <input
            className={parts.input}
            name="source"
            required
            autoComplete="off"
            aria-describedby={sourced}
          />
          <span id={sourced} className={parts.hint}>
            {text.entry.sourceHint}
          </span>
        </label>
      )}
      <div className={parts.field}>
        <label className={entry.flag}>
          <input type="checkbox" name="replace" aria-describedby={replaced} />
          {words.replace}
        </label>
        <span id={replaced} className={parts.hint}>
          {words.replaceHint}
        </span>
      </div>
    </div>
  )
}

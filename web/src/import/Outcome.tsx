import { download } from '../canvas/download'
import { useSpeech } from '../language/LanguageProvider'
import { Said } from '../language/said/Said'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'
import work from '../work/work.module.css'
import { rejectedFile } from './rejected'
import type { ImportProgress } from './run'
import { useImportTexts } from './texts'

/** How many rejected rows the page shows; the file that is saved has all. */
const shown = 200

/** How far an import has come, and how to stop it. */
export function UnderWay({
  progress,
  stopping,
  stop,
}: {
  progress: ImportProgress
  stopping: boolean
  stop: () => void
}) {
  const words = useImportTexts()
  return (
    <Panel title={words.underWay}>
      <div className={work.form}>
        <label className={parts.field}>
          <span>{words.underWay}</span>
          <progress className={work.progress} value={progress.read} max={Math.max(1, progress.size)} />
        </label>
        <Counts progress={progress} />
        <div className={parts.row}>
          <button type="button" className={parts.button} disabled={stopping} onClick={stop}>
            {words.stop}
          </button>
          <span role="status">{stopping ? words.stopping : ''}</span>
        </div>
      </div>
    </Panel>
  )
}

/** What came of an import: the counts, and the rows that were not taken, with why. */
export function Outcome({ progress, said }: { progress: ImportProgress; said: string }) {
  const { count, number } = useSpeech()
  const words = useImportTexts()
  const { rejected } = progress
  return (
    <>
      <Panel title={words.title}>
        <div className={work.form}>
          <p role="status">{said}</p>
          <Counts progress={progress} />
        </div>
      </Panel>
      <Panel title={words.rejected}>
        <div className={work.form}>
          <p>{rejected.length === 0 ? words.noRejected : count(words.rejectedCount, rejected.length)}</p>
          {rejected.length > shown && (
            <p className={parts.hint}>{fill(words.firstOnly, { n: number(shown) })}</p>
          )}
          {rejected.length > 0 && <Rejected rows={rejected} />}
        </div>
      </Panel>
    </>
  )
}

function Rejected({ rows }: { rows: ImportProgress['rejected'] }) {
  const { number } = useSpeech()
  const words = useImportTexts()
  const save = () =>
    download(new Blob([rejectedFile(rows)], { type: 'text/csv;charset=utf-8' }), 'rejected.csv')
  return (
    <>
      <div className={parts.row}>
        <button type="button" className={parts.button} onClick={save}>
          {words.save}
        </button>
        <span className={parts.hint}>{words.saveHint}</span>
      </div>
      <DataTable
        name={words.rejected}
        columns={[words.file, words.line, words.field, words.reason, words.row]}
        rows={rows.slice(0, shown).map((row, i) => ({
          key: String(i),
          cells: [
            row.file,
            number(row.line),
            row.field,
            <Said key="why" sentence={row.reason} />,
            <code key="raw">{row.raw}</code>,
          ],
        }))}
      />
    </>
  )
}

function Counts({ progress }: { progress: ImportProgress }) {
  const { number } = useSpeech()
  const words = useImportTexts()
  const all: [string, number][] = [
    [words.written, progress.written],
    [words.leftAlone, progress.leftAlone],
    [words.ignored, progress.ignored],
    [words.repeated, progress.repeated],
    [words.rejected, progress.rejected.length],
  ]
  return (
    <dl className={work.numbers}>
      {all.map(([name, n]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={work.number}>{number(n)}</dd>
        </div>
      ))}
    </dl>
  )
}

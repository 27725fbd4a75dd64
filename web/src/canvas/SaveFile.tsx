import { ask } from '../api/ask'
import { CanvasExportDocument, type ExportFormat } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import { useWork } from '../language/work/useWork'
import { FailureNote } from '../shell/FailureNote'
import parts from '../shell/parts.module.css'
import { useAct } from '../work/useAct'
import { useAnnounce } from './Announcer'
import { useCanvas } from './CanvasMemory'
import { ClosedGates } from './ClosedGates'
import styles from './canvas.module.css'
import { download } from './download'

/** The forms a graph leaves the hub in, by what their files are called. */
const formats: Record<ExportFormat, string> = { GRAPHML: 'graphml', GEXF: 'gexf', CSV: 'csv', JSON: 'json' }

/** Takes the records that are shown, and the links among them, out of the hub as a file with its marking in it. */
export function SaveFile() {
  const { count } = useSpeech()
  const words = useWork().exports
  const announce = useAnnounce()
  const { folded } = useCanvas('folded')
  const { busy, failure, act } = useAct()
  const ids = [...folded.thingOf.keys()]
  const save = (format: ExportFormat) =>
    act(async () => {
      const { exportGraph } = await ask(CanvasExportDocument, { input: { ids, format } })
      const { content, mediaType, banner, records } = exportGraph
      download(new Blob([content], { type: mediaType }), `entente.${formats[format]}`)
      announce(`${count(words.saved, records)} ${banner}`)
    })
  return (
    <fieldset className={styles.expand}>
      <legend>{words.title}</legend>
      <p className={parts.hint}>{words.hint}</p>
      <div className={parts.row}>
        {(Object.keys(formats) as ExportFormat[]).map((format) => (
          <button
            key={format}
            type="button"
            className={parts.button}
            disabled={busy || ids.length === 0}
            onClick={() => void save(format)}
          >
            {fill(words.save, { format: words.formats[format] })}
          </button>
        ))}
      </div>
      {failure && <FailureNote failure={failure} />}
      {failure?.code === 'GATE_CLOSED' && <ClosedGates ids={ids} />}
    </fieldset>
  )
}

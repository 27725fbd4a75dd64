import type { ImportStage, PreviewImportQuery } from '../gql/graphql'
import { useSpeech } from '../language/LanguageProvider'
import { fill } from '../language/say'
import parts from '../shell/parts.module.css'
import { DataTable } from '../work/DataTable'
import { Panel } from '../work/Panel'
import { useImportTexts } from './texts'

/** The first rows of a file at one stage, as the hub would take them. */
export interface Previewed {
  file: string
  stage: ImportStage
  answer: PreviewImportQuery['previewImport']
}

export function Preview({ file, stage, answer }: Previewed) {
  const { text, number, say } = useSpeech()
  const words = useImportTexts()
  const name = fill(words.preview, { file, part: stage === 'LINKS' ? words.links : words.records })
  const taken = answer.rows.map((row, i) => ({
    key: `taken ${i}`,
    line: row.line,
    cells: [
      number(row.line),
      row.recordKind ? text.kinds[row.recordKind] : row.linkKind ? text.linkKinds[row.linkKind] : '',
      row.label,
      words.outcomes[row.outcome],
    ],
  }))
  const rejected = answer.rejected.map((row, i) => ({
    key: `rejected ${i}`,
    line: row.line,
    cells: [number(row.line), '', row.field ?? '', fill(words.rejectedAs, { reason: say(row.reason) })],
  }))
  const rows = [...taken, ...rejected].sort((a, b) => a.line - b.line)
  return (
    <Panel title={name}>
      {stage === 'LINKS' && <p className={parts.hint}>{words.endsLater}</p>}
      {rows.length === 0 ? (
        <p className={parts.hint}>{words.nothingRead}</p>
      ) : (
        <DataTable
          name={name}
          columns={[words.line, words.becomes, words.called, words.happens]}
          rows={rows}
        />
      )}
    </Panel>
  )
}

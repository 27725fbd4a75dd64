import { useRef, useState } from 'react'
import { ask } from '../api/ask'
import { asFailure, type Failure } from '../api/failure'
import { ImportLayoutDocument, PreviewImportDocument } from '../gql/graphql'
import type { Previewed } from './Preview'
import { partsOf } from './rows'
import { type ImportFile, type ImportPlan, type ImportProgress, nothingYet, runImport } from './run'

export type ImportState = 'choosing' | 'looking' | 'running' | 'stopping' | 'done' | 'stopped' | 'broken'

/** How many first rows are looked at. */
const firstRows = { rows: 10, characters: 60_000 }

/** Looks at the first rows of files, and imports them. */
export function useImport(notUtf8: string) {
  const [state, setState] = useState<ImportState>('choosing')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [progress, setProgress] = useState<ImportProgress>(nothingYet)
  const [previews, setPreviews] = useState<Previewed[]>([])
  const stop = useRef(false)
  const laidOut = (files: readonly File[], { mapping }: ImportPlan): Promise<ImportFile[]> =>
    Promise.all(
      files.map(async (file) => {
        const { importLayout } = await ask(ImportLayoutDocument, { input: { mapping, file: file.name } })
        return { file, layout: importLayout }
      }),
    )
  const attempt = async (during: ImportState, act: () => Promise<ImportState>, after: ImportState) => {
    setState(during)
    setFailure(null)
    setPreviews([])
    try {
      setState(await act())
    } catch (thrown) {
      setFailure(asFailure(thrown))
      setState(after)
    }
  }
  const look = (files: readonly File[], plan: ImportPlan) =>
    attempt(
      'looking',
      async () => {
        setPreviews(await previewed(await laidOut(files, plan), plan))
        return 'choosing'
      },
      'choosing',
    )
  const go = (files: readonly File[], plan: ImportPlan) =>
    attempt(
      'running',
      async () => {
        stop.current = false
        setProgress(nothingYet)
        await runImport(await laidOut(files, plan), plan, notUtf8, setProgress, () => stop.current)
        return stop.current ? 'stopped' : 'done'
      },
      'broken',
    )
  const cancel = () => {
    stop.current = true
    setState('stopping')
  }
  return { state, failure, progress, previews, look, go, cancel }
}

async function previewed(files: readonly ImportFile[], plan: ImportPlan): Promise<Previewed[]> {
  const all: Previewed[] = []
  for (const { file, layout } of files) {
    for await (const { head, line, rows } of partsOf(file, layout, firstRows)) {
      for (const stage of layout.stages) {
        const input = { ...plan, file: file.name, stage, head, line, rows }
        const { previewImport } = await ask(PreviewImportDocument, { input })
        all.push({ file: file.name, stage, answer: previewImport })
      }
      break
    }
  }
  return all
}

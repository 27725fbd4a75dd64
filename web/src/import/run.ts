import { ask } from '../api/ask'
import { asFailure, type Failure } from '../api/failure'
import { ImportPartDocument, type ImportStage, type MarkingInput } from '../gql/graphql'
import type { RejectedRow } from './rejected'
import { halves, type Layout, type Part, partsOf } from './rows'

/** A file with how the hub has it read. */
export interface ImportFile {
  file: File
  layout: Layout & { stages: ImportStage[] }
}

/** All that an import is told beside its files. */
export interface ImportPlan {
  mapping: string
  name: string
  marking: MarkingInput | null
  replace: boolean
}

/** How far an import has come. Counts are of records and links; ignored and repeated of rows. */
export interface ImportProgress {
  read: number
  size: number
  written: number
  leftAlone: number
  ignored: number
  repeated: number
  rejected: RejectedRow[]
}

export const nothingYet: ImportProgress = {
  read: 0,
  size: 0,
  written: 0,
  leftAlone: 0,
  ignored: 0,
  repeated: 0,
  rejected: [],
}

const stages: readonly ImportStage[] = ['RECORDS', 'LINKS']

/** How long to wait before a part is sent again under the same key, in milliseconds. */
const pauses = [1_000, 4_000, 10_000]

/**
 * Sends the files part by part: records of all files, then links. It stops after
 * the part under way once `stopped` says so; what is written stays, and is
 * found and left alone by the next import.
 */
export async function runImport(
  files: readonly ImportFile[],
  plan: ImportPlan,
  notUtf8: string,
  tell: (progress: ImportProgress) => void,
  stopped: () => boolean,
): Promise<void> {
  const passes = stages.flatMap((stage) =>
    files.filter(({ layout }) => layout.stages.includes(stage)).map((one) => ({ ...one, stage })),
  )
  let progress = { ...nothingYet, size: passes.reduce((sum, { file }) => sum + file.size, 0) }
  let before = 0
  for (const { file, layout, stage } of passes) {
    const first = layout.stages[0] === stage
    for await (const part of partsOf(file, layout)) {
      if (stopped()) return
      for await (const done of sent(file.name, stage, part, plan)) {
        progress = added(progress, done, first)
      }
      const bad = first ? part.unreadable : []
      progress = {
        ...progress,
        read: before + part.read,
        rejected: [
          ...progress.rejected,
          ...bad.map((line) => ({ file: file.name, line, field: '', reason: notUtf8, raw: '' })),
        ],
      }
      tell(progress)
    }
    before += file.size
  }
}

interface Sent {
  file: string
  part: Part
  answer: {
    written: number
    leftAlone: number
    ignored: number
    repeated: number
    rejected: { line: number; field: string | null; reason: string }[]
  }
}

const nothingDone = { written: 0, leftAlone: 0, ignored: 0, repeated: 0 }

/** Sends a part; one that is too much for the hub, in halves. */
async function* sent(file: string, stage: ImportStage, part: Part, plan: ImportPlan): AsyncGenerator<Sent> {
  const { head, line, rows } = part
  const input = { ...plan, file, stage, head, line, rows, idempotencyKey: crypto.randomUUID() }
  try {
    const { importPart } = await patiently(() => ask(ImportPartDocument, { input }))
    yield { file, part, answer: importPart }
  } catch (thrown) {
    const failure = asFailure(thrown)
    if (failure.field !== 'input.rows') throw failure
    const both = halves(part)
    if (!both)
      yield {
        file,
        part,
        answer: { ...nothingDone, rejected: [{ line, field: null, reason: failure.said }] },
      }
    else for (const half of both) yield* sent(file, stage, half, plan)
  }
}

const mayPass = ({ code }: Failure) => code === 'NETWORK' || code === 'RATE_LIMITED'

/** Asks again while it may be that the hub cannot be reached for a moment. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await act()
    } catch (thrown) {
      const failure = asFailure(thrown)
      if (!mayPass(failure)) throw failure
      await new Promise((go) => setTimeout(go, pause))
    }
  }
  return act()
}

function added(so: ImportProgress, { file, part, answer }: Sent, first: boolean): ImportProgress {
  const rejected = answer.rejected.map((row) => ({
    ...row,
    field: row.field ?? '',
    file,
    raw: part.texts.get(row.line) ?? '',
  }))
  return {
    ...so,
    written: so.written + answer.written,
    leftAlone: so.leftAlone + answer.leftAlone,
    ignored: so.ignored + (first ? answer.ignored : 0),
    repeated: so.repeated + answer.repeated,
    rejected: [...so.rejected, ...rejected],
  }
}

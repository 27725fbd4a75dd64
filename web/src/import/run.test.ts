import { afterEach, expect, test, vi } from 'vitest'
import { ask } from '../api/ask'
import { Failure } from '../api/failure'
import type { ImportPartInput, ImportStage } from '../gql/graphql'
import type { Layout } from './rows'
import { type ImportProgress, nothingYet, runImport } from './run'

vi.mock('../api/ask', () => ({ ask: vi.fn() }))
afterEach(() => vi.mocked(ask).mockReset())

const layout = (stages: ImportStage[]) =>
  ({ skip: 0, header: true, comment: null, quoted: true, stages }) satisfies Layout & {
    stages: ImportStage[]
  }
const plan = { mapping: '', name: '', marking: null, replace: false }

/** A hub that takes every row, but for those called bad; it gives what it was asked. */
function hub(refuse: (input: ImportPartInput) => Failure | null = () => null): ImportPartInput[] {
  const asked: ImportPartInput[] = []
  vi.mocked(ask).mockImplementation(async (_document, variables) => {
    const { input } = variables as { input: ImportPartInput }
    asked.push(input)
    const failure = refuse(input)
    if (failure) throw failure
    const rows = input.rows.split('\n').slice(0, -1)
    const rejected = rows.flatMap((row, i) =>
      row === 'bad' ? [{ line: input.line + i, field: 'key', reason: 'No.' }] : [],
    )
    const written = rows.length - rejected.length
    return { importPart: { written, leftAlone: 0, ignored: 0, repeated: 0, rejected } }
  })
  return asked
}

async function run(files: { name: string; text: BlobPart; stages: ImportStage[] }[], stopped = () => false) {
  let last: ImportProgress = nothingYet
  const given = files.map(({ name, text, stages }) => ({
    file: new File([text], name),
    layout: layout(stages),
  }))
  await runImport(given, plan, 'not UTF-8', (progress) => (last = progress), stopped)
  return last
}

test('records of all files go before links, and a rejected row keeps its text', async () => {
  const asked = hub()
  const last = await run([
    { name: 'ties.csv', text: 'id\n1\n', stages: ['LINKS'] },
    { name: 'both.csv', text: 'id\n2\nbad\n', stages: ['RECORDS', 'LINKS'] },
  ])
  expect(asked.map(({ stage, file, line }) => [stage, file, line])).toEqual([
    ['RECORDS', 'both.csv', 2],
    ['LINKS', 'ties.csv', 2],
    ['LINKS', 'both.csv', 2],
  ])
  expect(last.written).toBe(3)
  expect(last.rejected[0]).toEqual({ file: 'both.csv', line: 3, field: 'key', reason: 'No.', raw: 'bad' })
  expect(last.read).toBe(last.size)
})

test('cancelled, it ends after the part under way and has counted that', async () => {
  const asked = hub()
  const text = `id\n${'1\n'.repeat(600)}`
  const last = await run([{ name: 'a.csv', text, stages: ['RECORDS'] }], () => asked.length === 1)
  expect(asked).toHaveLength(1)
  expect(last.written).toBe(250)
})

test('what is too much for the hub goes in halves, and a row that is too much alone is rejected', async () => {
  const most = 8
  const asked = hub(({ rows }) =>
    rows.length > most ? new Failure('BAD_USER_INPUT', 'Too much.', 'input.rows') : null,
  )
  const last = await run([{ name: 'a.csv', text: 'id\n1\n2\n3\n4\n5\n123456789\n', stages: ['RECORDS'] }])
  expect(last.written).toBe(5)
  expect(last.rejected).toEqual([
    { file: 'a.csv', line: 7, field: '', reason: 'Too much.', raw: '123456789' },
  ])
  expect(new Set(asked.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(asked.length)
})

test('a part that may not have arrived is sent again under its key', async () => {
  vi.useFakeTimers()
  let times = 0
  const asked = hub(() => (times++ === 0 ? new Failure('NETWORK', '') : null))
  const done = run([{ name: 'a.csv', text: 'id\n1\n', stages: ['RECORDS'] }])
  await vi.runAllTimersAsync()
  vi.useRealTimers()
  expect((await done).written).toBe(1)
  expect(asked[0]?.idempotencyKey).toBe(asked[1]?.idempotencyKey)
})

test('another failure ends it', async () => {
  hub(() => new Failure('GATE_CLOSED', 'Speak to this contact first.'))
  await expect(run([{ name: 'a.csv', text: 'id\n1\n', stages: ['RECORDS'] }])).rejects.toThrow('GATE_CLOSED')
})

test('a line that is not UTF-8 is rejected, and told once', async () => {
  hub()
  const text = new Uint8Array([105, 100, 10, 0xff, 10, 49, 10])
  const last = await run([{ name: 'a.csv', text, stages: ['RECORDS', 'LINKS'] }])
  expect(last.rejected).toEqual([{ file: 'a.csv', line: 2, field: '', reason: 'not UTF-8', raw: '' }])
})

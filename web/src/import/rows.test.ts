import { expect, test } from 'vitest'
import { cellsOf, halves, type Layout, type Part, partsOf, rowsOf } from './rows'

const layout: Layout = { skip: 0, header: true, comment: null, quoted: true }

async function all<T>(from: AsyncGenerator<T>): Promise<T[]> {
  const out: T[] = []
  for await (const one of from) out.push(one)
  return out
}

const bytes = (...parts: BlobPart[]) => new Blob(parts)

test('a file is the same rows however it is sliced', async () => {
  const text = '\ufeffid,name\r\n1,Ștefan Inventat\r\n2,"Two\nlines"\n\n3,Last'
  const whole = await all(rowsOf(bytes(text), layout))
  expect(whole.map(({ line, text }) => [line, text])).toEqual([
    [2, 'id,name\n'],
    [2, '1,Ștefan Inventat'],
    [3, '2,"Two\nlines"'],
    [5, ''],
    [6, '3,Last'],
  ])
  for (const size of [1, 2, 3, 7, 16]) {
    const sliced = await all(rowsOf(bytes(text), layout, size))
    expect(sliced.map(({ line, text }) => [line, text])).toEqual(whole.map(({ line, text }) => [line, text]))
  }
})

test('lines to skip and comments before the header belong to the head', async () => {
  const file = bytes('made "by hand\n# note\nid,name\n1,A\n')
  const [head, row] = await all(rowsOf(file, { ...layout, skip: 1, comment: '#' }))
  expect(head).toEqual({ text: 'made "by hand\n# note\nid,name\n', line: 4 })
  expect(row).toMatchObject({ line: 4, text: '1,A' })
})

test('without a header the first line is a row', async () => {
  const rows = await all(rowsOf(bytes('1 2\n'), { ...layout, header: false, quoted: false }))
  expect(rows).toEqual([
    { text: '', line: 1 },
    { line: 1, text: '1 2', read: 4 },
  ])
})

test('a quote that is never closed costs its own line alone', async () => {
  const rows = await all(rowsOf(bytes('id\n"1\n2\n3\n'), layout))
  expect(rows.slice(1).map(({ text }) => text)).toEqual(['"1', '2', '3'])
})

test('parts hold whole rows, say where they begin, and keep the lines of what cannot be sent', async () => {
  const file = bytes('id\n1\n', new Uint8Array([0xff, 10]), '3\n4\n')
  const parts = await all(partsOf(file, layout, { rows: 2, characters: 100 }))
  expect(parts.map(({ head, line, rows, unreadable }) => ({ head, line, rows, unreadable }))).toEqual([
    { head: 'id\n', line: 2, rows: '1\n\n', unreadable: [3] },
    { head: 'id\n', line: 4, rows: '3\n4\n', unreadable: [] },
  ])
  expect(parts.at(-1)?.read).toBe(file.size)
  const short = await all(partsOf(file, layout, { rows: 100, characters: 1 }))
  expect(short.map(({ line }) => line)).toEqual([2, 3, 4, 5])
})

test('a part that is too much becomes two, and one row is not parted', () => {
  const texts = new Map([
    [4, 'a'],
    [5, '"b\nc"'],
    [7, 'd'],
  ])
  const part: Part = { head: '', line: 4, rows: 'a\n"b\nc"\nd\n', texts, unreadable: [7], read: 9 }
  const both = halves(part)
  expect(both?.map(({ line, rows, unreadable }) => ({ line, rows, unreadable }))).toEqual([
    { line: 4, rows: 'a\n"b\nc"\n', unreadable: [] },
    { line: 7, rows: 'd\n', unreadable: [7] },
  ])
  expect(halves(both?.[1] ?? part)).toBeNull()
})

test('cells are parted outside quotes', () => {
  expect(cellsOf('a, "b ""c"", d" ,e', ',')).toEqual(['a', 'b "c", d', 'e'])
  expect(cellsOf('a\tb', 'tab')).toEqual(['a', 'b'])
  expect(cellsOf(' a  b ', 'blanks')).toEqual(['a', 'b'])
})

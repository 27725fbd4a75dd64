/** What rows are cut from: a file, or whatever gives its bytes slice by slice. */
export interface Bytes {
  size: number
  slice: (from: number, to: number) => { arrayBuffer: () => Promise<ArrayBuffer> }
}

/** A whole row as it is written, without the end of its line. `text` is null where it is not UTF-8. */
export interface Row {
  line: number
  text: string | null
  /** How far the file had been read, in bytes. */
  read: number
}

/** How a mapping has a file read, as the hub says it. */
export interface Layout {
  skip: number
  header: boolean
  comment: string | null
  quoted: boolean
}

/** What comes before the first row, as it is written, and the line of that row. */
export interface Head {
  text: string
  line: number
}

const sliceSize = 256 * 1024
/** A quote that is not closed after so many lines never is: the hub says so of the line that opens it. */
const mostLines = 200

/** The lines of a file, read slice by slice: no more than a slice and a line is in memory. */
async function* lines(file: Bytes, sliced = sliceSize): AsyncGenerator<Row> {
  let rest = new Uint8Array(0)
  let line = 0
  for (let at = 0; at < file.size; at += sliced) {
    const read = Math.min(at + sliced, file.size)
    const bytes = joined(rest, new Uint8Array(await file.slice(at, read).arrayBuffer()))
    let from = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      yield lineOf(bytes.subarray(from, end), ++line, read)
      from = end + 1
    }
    rest = bytes.slice(from)
  }
  if (rest.length > 0) yield lineOf(rest, ++line, file.size)
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

function lineOf(bytes: Uint8Array, line: number, read: number): Row {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: line > 1 }).decode(bytes)
    return { line, text: text.endsWith('\r') ? text.slice(0, -1) : text, read }
  } catch {
    return { line, text: null, read }
  }
}

/** Reads a file row by row. The first lines that belong to the head come first, in one. */
export async function* rowsOf(file: Bytes, layout: Layout, sliced = sliceSize): AsyncGenerator<Row | Head> {
  const source = wholeRows(lines(file, sliced), layout)
  const head: string[] = []
  let next = await source.next()
  let line = 1
  let named = !layout.header
  while (!next.done && (head.length < layout.skip || !named)) {
    const { value } = next
    const skipped = head.length < layout.skip
    head.push(value.text ?? '')
    if (!skipped && !isNothing(value.text, layout)) named = true
    next = await source.next()
    line = value.line + (value.text ?? '').split('\n').length
  }
  yield { text: head.map((one) => `${one}\n`).join(''), line }
  while (!next.done) {
    yield next.value
    next = await source.next()
  }
}

const isNothing = (text: string | null, { comment }: Layout) =>
  text !== null && (text.trim() === '' || (comment !== null && text.startsWith(comment)))

/** Joins lines while a quote is open, as the hub does. Lines to skip are not looked into. */
async function* wholeRows(source: AsyncGenerator<Row>, layout: Layout): AsyncGenerator<Row> {
  const waiting: Row[] = []
  const take = async () => waiting.shift() ?? (await source.next()).value
  for (let row: Row | undefined = await take(); row !== undefined; row = await take()) {
    const opens = layout.quoted && row.line > layout.skip && !isNothing(row.text, layout) && open(row.text)
    const whole: Row | null = opens ? await closed(row, take, waiting) : row
    yield whole ?? row
  }
}

const open = (text: string | null) => text !== null && (text.split('"').length - 1) % 2 === 1

/** The row that a line begins, or null with its other lines given back where it never ends. */
async function closed(first: Row, take: () => Promise<Row | undefined>, waiting: Row[]): Promise<Row | null> {
  const taken: Row[] = []
  let text = first.text
  while (open(text)) {
    const next = taken.length < mostLines ? await take() : undefined
    if (next) taken.push(next)
    if (!next || next.text === null) {
      waiting.unshift(...taken)
      return null
    }
    text = `${text}\n${next.text}`
  }
  return { line: first.line, text, read: taken.at(-1)?.read ?? first.read }
}

/** Some whole rows that follow each other, as they go to the hub. */
export interface Part {
  head: string
  line: number
  rows: string
  /** Each row's own text by its line, for those that are rejected. */
  texts: Map<number, string>
  /** Lines that cannot be sent, because they are not UTF-8. */
  unreadable: number[]
  read: number
}

/** The bounds of a part: well under what the hub takes of rows, bytes and records and links. */
export const partBounds = { rows: 250, characters: 60_000 }

/** Cuts a file into parts. A row that cannot be sent stands as an empty line, so that the others keep theirs. */
export async function* partsOf(file: Bytes, layout: Layout, bounds = partBounds): AsyncGenerator<Part> {
  let head = ''
  let part: Part | null = null
  let next = 1
  for await (const row of rowsOf(file, layout)) {
    if (!('read' in row)) {
      head = row.text
      next = row.line
      continue
    }
    const text = row.text ?? ''
    if (part && (part.texts.size >= bounds.rows || part.rows.length + text.length > bounds.characters)) {
      yield part
      part = null
    }
    part ??= { head, line: next, rows: '', texts: new Map(), unreadable: [], read: row.read }
    part.rows += `${text}\n`
    part.texts.set(row.line, text)
    part.read = row.read
    if (row.text === null) part.unreadable.push(row.line)
    next = row.line + text.split('\n').length
  }
  if (part) yield part
}

/** Two parts in place of one that was too much; null where it has one row. */
export function halves(part: Part): [Part, Part] | null {
  const all = [...part.texts]
  if (all.length < 2) return null
  const middle = Math.ceil(all.length / 2)
  const half = (rows: [number, string][]): Part => ({
    ...part,
    line: rows[0]?.[0] ?? part.line,
    rows: rows.map(([, text]) => `${text}\n`).join(''),
    texts: new Map(rows),
    unreadable: part.unreadable.filter((line) => rows.some(([own]) => own === line)),
  })
  return [half(all.slice(0, middle)), half(all.slice(middle))]
}

/** The cells of a row, for a guess from the header and a look at the first rows. */
export function cellsOf(row: string, delimiter: string): string[] {
  if (delimiter === 'blanks') return row.trim().split(/\s+/)
  const sign = delimiter === 'tab' ? '\t' : delimiter
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < row.length; i++) {
    const c = row[i]
    if (quoted && c === '"' && row[i + 1] === '"') {
      cell += '"'
      i++
    } else if (c === '"') quoted = !quoted
    else if (!quoted && c === sign) {
      cells.push(cell.trim())
      cell = ''
    } else cell += c
  }
  return [...cells, cell.trim()]
}

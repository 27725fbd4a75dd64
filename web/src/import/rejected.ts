/** A row that was not taken, with what its file says. */
export interface RejectedRow {
  file: string
  line: number
  field: string
  reason: string
  raw: string
}

/** Rejected rows as a file, with the columns of the command's. */
export function rejectedFile(rows: readonly RejectedRow[]): string {
  const line = ({ file, line, field, reason, raw }: RejectedRow) =>
    [file, String(line), field === '' ? reason : `${field}: ${reason}`, raw].map(cell).join(',')
  return `${['file,line,reason,raw', ...rows.map(line)].join('\r\n')}\r\n`
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection). */
function cell(text: string): string {
  const harmless = /^ *[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** A picture for a page: a JPEG, and how many pixels it has. */
export interface Photograph {
  jpeg: Uint8Array<ArrayBuffer>
  wide: number
  high: number
}

/** What a reader of the file shows beside the page. */
export interface About {
  title: string
  /** The marking: it is on the page too. */
  subject: string
}

/** A page is as wide as A4 lying down, in points. */
const pageWide = 842

/** A PDF (ISO 32000-1) of one page, which is the picture. */
export function pdfOf({ jpeg, wide, high }: Photograph, { title, subject }: About): Uint8Array<ArrayBuffer> {
  const pageHigh = Math.round((pageWide * high) / wide)
  const drawn = bytes(`q ${pageWide} 0 0 ${pageHigh} 0 0 cm /Picture Do Q`)
  return filed([
    [bytes('<< /Type /Catalog /Pages 2 0 R >>')],
    [bytes('<< /Type /Pages /Kids [3 0 R] /Count 1 >>')],
    [
      bytes(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWide} ${pageHigh}] /Resources << /XObject << /Picture 4 0 R >> >> /Contents 5 0 R >>`,
      ),
    ],
    stream(
      `/Type /XObject /Subtype /Image /Width ${wide} /Height ${high} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
      jpeg,
    ),
    stream('', drawn),
    [bytes(`<< /Title ${words(title)} /Subject ${words(subject)} >>`)],
  ])
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

/** Text in UTF-16 with its mark, as hexadecimal, so that every letter is sure. */
function words(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
  return `<FEFF${units.map((unit) => unit.toString(16).padStart(4, '0')).join('')}>`
}

function stream(about: string, content: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  return [bytes(`<< ${about} /Length ${content.length} >>\nstream\n`), content, bytes('\nendstream')]
}

/** Objects numbered from 1 on, the first the catalogue and the last what the file is about, with the table of where each begins. */
function filed(objects: readonly Uint8Array<ArrayBuffer>[][]): Uint8Array<ArrayBuffer> {
  const parts = [bytes('%PDF-1.7\n')]
  const begins: number[] = []
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  objects.forEach((object, at) => {
    begins.push(length())
    parts.push(bytes(`${at + 1} 0 obj\n`), ...object, bytes('\nendobj\n'))
  })
  const size = objects.length + 1
  const table = begins.map((begin) => `${String(begin).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    bytes(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info ${size - 1} 0 R >>\nstartxref\n${length()}\n%%EOF\n`,
    ),
  )
  const whole = new Uint8Array(length())
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

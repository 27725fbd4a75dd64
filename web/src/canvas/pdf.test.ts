import { expect, test } from 'vitest'
import { pdfOf } from './pdf'

test('a PDF has the picture on its one page, and says what it is', () => {
  const jpeg = new Uint8Array([0xff, 0xd8, 0x0a, 0xff, 0xd9])
  const pdf = pdfOf({ jpeg, wide: 1200, high: 600 }, { title: 'Entente · Ștefan', subject: 'OFFICIAL' })
  const text = new TextDecoder('latin1').decode(pdf)
  expect(text.startsWith('%PDF-1.7')).toBe(true)
  expect(text).toContain('/MediaBox [0 0 842 421]')
  // Every object is where the table says, and the table where the end says.
  const [, from = ''] = /startxref\n(\d+)/.exec(text) ?? []
  expect(text.slice(Number(from)).startsWith('xref\n0 7\n')).toBe(true)
  const begins = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, at]) => Number(at))
  expect(begins).toHaveLength(6)
  begins.forEach((begin, at) => {
    expect(text.slice(begin).startsWith(`${at + 1} 0 obj\n`)).toBe(true)
  })
  const length = jpeg.length
  const picture = new RegExp(
    `/Filter /DCTDecode /Length ${length} >>\\nstream\\n([^]{${length}})\\nendstream`,
  )
  expect([...(picture.exec(text)?.[1] ?? '')].map((c) => c.charCodeAt(0) & 255)).toEqual([...jpeg])
  const titled = (words: string) =>
    [...words].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('')
  expect(text).toContain(`/Title <FEFF${titled('Entente · Ștefan')}> /Subject <FEFF${titled('OFFICIAL')}>`)
})

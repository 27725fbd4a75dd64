import type { Picture } from './picture'
import sheet from './sheet.module.css'

/** What is printed on every image beside the drawing. */
export interface Imprint {
  /** At the top and at the bottom. */
  marking: string
  /** Who made it, for whom and when. */
  caption: string
  legend: readonly { icon: string; colour: string; text: string }[]
}

const band = 28
const font = 'Inter, "Segoe UI", system-ui, "DejaVu Sans", sans-serif'

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}

/** One decimal is a tenth of a pixel. */
function px(n: number): string {
  return String(Math.round(n * 10) / 10)
}

/** How high the image is: the drawing, a band above, and below it the legend, the caption and the other band. */
function heights(picture: Picture, imprint: Imprint) {
  const perRow = Math.max(1, Math.floor((picture.width - 20) / 170))
  const legend = Math.ceil(imprint.legend.length / perRow) * 24 + 34
  return { perRow, below: band + picture.height, whole: 2 * band + picture.height + legend }
}

/** The image as SVG that needs nothing beside itself. `signs` holds the SVG text of each icon. */
export function svgOf(picture: Picture, imprint: Imprint, signs: ReadonlyMap<string, string>): string {
  const { width, ground, ink } = picture
  const { perRow, below, whole } = heights(picture, imprint)
  const sign = (icon: string, x: number, y: number, r: number) => {
    const inner = (signs.get(icon) ?? '').replace(/^<svg[^>]*>|<\/svg>\s*$/g, '')
    const size = 1.25 * r
    return `<svg x="${px(x - size / 2)}" y="${px(y - size / 2)}" width="${px(size)}" height="${px(size)}" viewBox="0 0 24 24" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${inner}</svg>`
  }
  const disc = (d: { x: number; y: number; r: number; colour: string; icon: string }) =>
    `<circle cx="${px(d.x)}" cy="${px(d.y)}" r="${px(d.r)}" fill="${d.colour}"/>${d.r >= 5 ? sign(d.icon, d.x, d.y, d.r) : ''}`
  const marking = (y: number) =>
    `<text x="${width / 2}" y="${y + 19}" text-anchor="middle" font-weight="700">${escaped(imprint.marking)}</text>`
  const lines = picture.lines.map(
    (l) =>
      `<line x1="${px(l.x1)}" y1="${px(l.y1)}" x2="${px(l.x2)}" y2="${px(l.y2)}" stroke="${l.colour}" stroke-width="${px(l.width)}"/>`,
  )
  const words = picture.words.map((w) => `<text x="${px(w.x)}" y="${px(w.y)}">${escaped(w.text)}</text>`)
  const legend = imprint.legend.map((entry, i) => {
    const [x, y] = [20 + (i % perRow) * 170, below + 20 + Math.floor(i / perRow) * 24]
    const { colour, icon, text } = entry
    return `${disc({ x, y, r: 9, colour, icon })}<text x="${x + 15}" y="${y + 4}">${escaped(text)}</text>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" font-family='${font}' font-size="12" fill="${ink}">`,
    `<title>${escaped(imprint.caption)}</title><rect width="100%" height="100%" fill="${ground}"/>`,
    marking(0),
    `<svg y="${band}" width="${width}" height="${picture.height}">${[...lines, ...picture.discs.map(disc), ...words].join('')}</svg>`,
    ...legend,
    `<text x="11" y="${whole - band - 6}">${escaped(imprint.caption)}</text>`,
    marking(whole - band),
    '</svg>',
  ].join('\n')
}

/** The text of every icon that an image shows, from the hub itself. */
export async function signsOf(picture: Picture, imprint: Imprint): Promise<Map<string, string>> {
  const icons = new Set([...picture.discs, ...imprint.legend].map((d) => d.icon))
  const fetched = [...icons].map(
    async (icon): Promise<[string, string]> => [icon, await (await fetch(icon)).text()],
  )
  return new Map(await Promise.all(fetched))
}

/** The same image as PNG, twice as fine as the screen counts pixels. */
export async function pngOf(svg: string): Promise<Blob> {
  const canvas = await paintedTimes(2, svg)
  return blobOf(canvas, 'image/png')
}

/** The same image as a PDF of one page, with its marking and caption among what the file says of itself. */
export async function pdfOfImage(svg: string, { marking, caption }: Imprint): Promise<Blob> {
  const canvas = await paintedTimes(3, svg)
  const jpeg = new Uint8Array(await (await blobOf(canvas, 'image/jpeg')).arrayBuffer())
  const { pdfOf } = await import('./pdf')
  const picture = { jpeg, wide: canvas.width, high: canvas.height }
  return new Blob([pdfOf(picture, { title: caption, subject: marking })], { type: 'application/pdf' })
}

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no image'))), type, 0.95),
  )
}

async function paintedTimes(times: number, svg: string): Promise<HTMLCanvasElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = times * image.naturalWidth
    canvas.height = times * image.naturalHeight
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return canvas
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** Prints the image alone, on a page of its own. Its markings are part of it, so none can be left out. */
export async function printed(svg: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  const image = new Image()
  image.src = address
  image.alt = ''
  image.className = sheet.sheet ?? ''
  await image.decode()
  document.body.append(image)
  document.documentElement.classList.add(sheet.alone ?? '')
  try {
    window.print()
  } finally {
    document.documentElement.classList.remove(sheet.alone ?? '')
    image.remove()
    URL.revokeObjectURL(address)
  }
}

import { type Fates, ofFate } from '../change/change'
import { type Fallen, pieceColours } from '../disruption/fall'
import { looks } from '../kinds/look'
import type { Emphasis } from './emphasis'
import type { Palette } from './palette'
import type { Folded } from './thing'

/** How an answer about the whole canvas colours it, and what of it stays in focus; null is everything. */
export interface Overlay extends Pick<Emphasis, 'colours' | 'edgeColours'> {
  left: ReadonlySet<string> | null
}

export const plain: Overlay = { colours: null, edgeColours: null, left: null }

/** The pieces that are left without what is taken out, each in a colour of its own. */
export function planOverlay(fall: Fallen): Overlay {
  return { ...plain, colours: pieceColours(fall), left: new Set(fall.pieces.flat()) }
}

/** What is new and what is gone in colours of their own, the rest as ever; what was on neither day is out of focus. */
export function changeOverlay(folded: Folded, { things, ties }: Fates, palette: Palette): Overlay {
  const coloured = { NEW: palette.born, GONE: palette.gone, NEITHER: palette.edgeFaded }
  const colours = new Map<string, string>()
  for (const [id, fate] of things) {
    const kind = folded.things.get(id)?.kind
    if (kind) colours.set(id, fate === 'STAYED' ? looks[kind].colour : coloured[fate])
  }
  const edgeColours = new Map<string, string>()
  for (const [id, fate] of ties) if (fate !== 'STAYED') edgeColours.set(id, coloured[fate])
  const neither = new Set(ofFate(things, 'NEITHER'))
  return { colours, edgeColours, left: new Set([...things.keys()].filter((id) => !neither.has(id))) }
}

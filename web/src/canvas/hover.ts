import type { Settings } from 'sigma/settings'
import type { NodeDisplayData, PartialButFor } from 'sigma/types'
import type { EdgeLook, NodeLook } from './looks'
import type { NameRoom } from './names'
import type { Palette } from './palette'

type Drawn = PartialButFor<NodeDisplayData, 'x' | 'y' | 'size' | 'label' | 'color'> &
  Partial<Pick<NodeLook, 'countries' | 'pinned'>> & { key?: string }

/** What names are written with: in which colours, and where there is room. */
export interface Pen {
  palette: Palette
  room: NameRoom
  /** Whether this one is written in any case, where there is room, or not at all. */
  name: 'must' | 'may' | 'not'
}

/** The label with the countries of its contributors, and a sign where it is pinned. */
function wordsOf({ label, countries, pinned }: Drawn): string {
  return `${label ?? ''}${countries ? ` · ${countries}` : ''}${pinned ? ' ◆' : ''}`
}

/** A ring round a thing that is selected or pointed at, and its label on a plate. */
export function drawHover(
  context: CanvasRenderingContext2D,
  data: Drawn,
  settings: Settings<NodeLook, EdgeLook>,
  { palette, room, name }: Pen,
): void {
  context.beginPath()
  context.arc(data.x, data.y, data.size + 3, 0, 2 * Math.PI)
  context.lineWidth = 3
  context.strokeStyle = palette.ring
  context.stroke()
  if (!data.label || name === 'not') return
  context.font = `600 ${settings.labelSize}px ${settings.labelFont}`
  const words = wordsOf(data)
  const width = context.measureText(words).width + 12
  const height = settings.labelSize + 9
  const { x, y, key = '' } = data
  const at = room.place({ key, x, y, clear: data.size + 7, width, height }, name === 'must')
  if (at === null) return
  context.beginPath()
  context.roundRect(at.x, at.y, width, height, 4)
  context.fillStyle = palette.surface
  context.fill()
  context.lineWidth = 1
  context.strokeStyle = palette.line
  context.stroke()
  context.fillStyle = palette.ink
  context.fillText(words, at.x + 6, at.y + height / 2 + settings.labelSize / 3)
}

/** A label with a rim in the colour of the ground, so that it reads over ties. */
export function drawLabel(
  context: CanvasRenderingContext2D,
  data: Drawn,
  settings: Settings<NodeLook, EdgeLook>,
  { palette, room, name }: Pen,
): void {
  if (!data.label) return
  context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`
  const words = wordsOf(data)
  const { width } = context.measureText(words)
  const height = settings.labelSize + 4
  const { x, y, key = '' } = data
  const at = room.place({ key, x, y, clear: data.size + 4, width, height }, name === 'must')
  if (at === null) return
  const foot = at.y + height / 2 + settings.labelSize / 3
  context.lineWidth = 3
  context.lineJoin = 'round'
  context.strokeStyle = palette.ground
  context.strokeText(words, at.x, foot)
  context.fillStyle = palette.ink
  context.fillText(words, at.x, foot)
}

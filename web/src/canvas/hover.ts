import type { Settings } from 'sigma/settings'
import type { NodeDisplayData, PartialButFor } from 'sigma/types'
import type { EdgeLook, NodeLook } from './looks'
import type { Palette } from './palette'

type Drawn = PartialButFor<NodeDisplayData, 'x' | 'y' | 'size' | 'label' | 'color'> &
  Partial<Pick<NodeLook, 'countries' | 'pinned'>>

/** The label with the countries of its contributors, and a sign where it is pinned. */
function wordsOf({ label, countries, pinned }: Drawn): string {
  return `${label ?? ''}${countries ? ` · ${countries}` : ''}${pinned ? ' ◆' : ''}`
}

/** A ring round a thing that is selected or pointed at, and its label on a plate. */
export function drawHover(
  context: CanvasRenderingContext2D,
  data: Drawn,
  settings: Settings<NodeLook, EdgeLook>,
  palette: Palette,
): void {
  context.beginPath()
  context.arc(data.x, data.y, data.size + 3, 0, 2 * Math.PI)
  context.lineWidth = 3
  context.strokeStyle = palette.ring
  context.stroke()
  if (!data.label) return
  context.font = `600 ${settings.labelSize}px ${settings.labelFont}`
  const words = wordsOf(data)
  const width = context.measureText(words).width + 12
  const height = settings.labelSize + 9
  const left = data.x + data.size + 7
  const top = data.y - height / 2
  context.beginPath()
  context.roundRect(left, top, width, height, 4)
  context.fillStyle = palette.surface
  context.fill()
  context.lineWidth = 1
  context.strokeStyle = palette.line
  context.stroke()
  context.fillStyle = palette.ink
  context.fillText(words, left + 6, data.y + settings.labelSize / 3)
}

/** A label with a rim in the colour of the ground, so that it reads over ties. */
export function drawLabel(
  context: CanvasRenderingContext2D,
  data: Drawn,
  settings: Settings<NodeLook, EdgeLook>,
  palette: Palette,
): void {
  if (!data.label) return
  context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`
  const [x, y] = [data.x + data.size + 4, data.y + settings.labelSize / 3]
  context.lineWidth = 3
  context.lineJoin = 'round'
  context.strokeStyle = palette.ground
  const words = wordsOf(data)
  context.strokeText(words, x, y)
  context.fillStyle = palette.ink
  context.fillText(words, x, y)
}

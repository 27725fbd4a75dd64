import type Sigma from 'sigma'
import type { CanvasGraph } from './CanvasGraph'
import type { EdgeLook, NodeLook } from './looks'
import type { NameRoom } from './names'
import type { Palette } from './palette'

/** What a drawing shows, in pixels, for an image that is drawn anew and not photographed. */
export interface Picture {
  width: number
  height: number
  ground: string
  ink: string
  lines: { x1: number; y1: number; x2: number; y2: number; width: number; colour: string }[]
  discs: { x: number; y: number; r: number; colour: string; icon: string }[]
  words: { x: number; y: number; text: string }[]
}

/** What of the graph lies in the picture now; nothing outside it is in the image. */
export function pictureOf(
  sigma: Sigma<NodeLook, EdgeLook>,
  graph: CanvasGraph,
  names: NameRoom,
  palette: Palette,
): Picture {
  const { width, height } = sigma.getDimensions()
  const picture: Picture = {
    width,
    height,
    ground: palette.ground,
    ink: palette.ink,
    lines: [],
    discs: [],
    words: [],
  }
  const inside = ({ x, y }: { x: number; y: number }) => x >= 0 && y >= 0 && x <= width && y <= height
  graph.forEachEdge((id, _, source, target) => {
    const look = sigma.getEdgeDisplayData(id)
    const [a, b] = [source, target].map((end) => sigma.graphToViewport(graph.getNodeAttributes(end)))
    if (!look || !a || !b || !(inside(a) || inside(b))) return
    picture.lines.push({
      x1: a.x,
      y1: a.y,
      x2: b.x,
      y2: b.y,
      width: sigma.scaleSize(look.size),
      colour: look.color,
    })
  })
  graph.forEachNode((id, { x, y, image }) => {
    const look = sigma.getNodeDisplayData(id)
    const at = sigma.graphToViewport({ x, y })
    if (!look || !inside(at)) return
    const r = sigma.scaleSize(look.size)
    picture.discs.push({ ...at, r, colour: look.color, icon: image })
    const name = names.at(id)
    if (look.label && name) picture.words.push({ x: name.x, y: name.y + 12, text: look.label })
  })
  return picture
}

import Sigma from 'sigma'
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types'
import { createNormalizationFunction, graphExtent } from 'sigma/utils'
import type { CanvasGraph } from './CanvasGraph'
import { Drag } from './drag'
import { DrawnEdges } from './drawnEdges'
import { nameEdges } from './edgeNames'
import type { Emphasis } from './emphasis'
import { boxOf, middleOf, steppedBack } from './frame'
import { drawHover, drawLabel } from './hover'
import { encloses } from './lasso'
import type { EdgeLook, NodeLook } from './looks'
import { NameRoom } from './names'
import { discAt } from './pick'
import { type Picture, pictureOf } from './picture'
import type { Point } from './place'
import { type DrawnNode, IconProgram, indexed, LineProgram } from './programs'
import { drawable, nothingDrawn } from './sigmaGraph'
import type { Tie } from './thing'

type Extent = ReturnType<typeof graphExtent>

/** What the drawing tells of what somebody did to it. */
export interface DrawingEvents {
  /** `more` is whether others chosen stay so. */
  onPick: (id: string | null, more: boolean) => void
  /** Things were dragged to these places. */
  onMoved: (places: ReadonlyMap<string, Point>) => void
  onOpen: (id: string) => void
}

/** The WebGL drawing of a graph. It owns its place on the page until `end`. */
export class Drawing {
  private readonly sigma: Sigma<NodeLook, EdgeLook>
  /** The graph as sigma has it. */
  private readonly drawn: ReturnType<typeof drawable>
  private readonly drag: Drag
  private readonly room: ResizeObserver
  private emphasis: Emphasis
  private icons: IconProgram | null = null
  private lines: LineProgram | null = null
  private readonly edges = new DrawnEdges()
  /** Whether the graphics know every node and edge that is there. */
  private whole = true
  /** Whether all that is drawn is as it was when everything was looked at last. */
  private same = true
  private later: ReturnType<typeof setTimeout> | undefined
  /** Where names are written on the drawing, and on plates over it. */
  private readonly names = new NameRoom()
  private readonly plates = new NameRoom()
  private pointed: string | null = null
  /** The extent that the places of what is drawn are reckoned in. */
  private extent: Extent = { x: [0, 1], y: [0, 1] }

  constructor(
    readonly graph: CanvasGraph,
    place: HTMLElement,
    emphasis: Emphasis,
    events: DrawingEvents,
  ) {
    this.emphasis = emphasis
    this.drawn = drawable(graph)
    this.sigma = new Sigma<NodeLook, EdgeLook>(this.drawn, place, {
      ...settings,
      ...this.programs(),
      nodeReducer: (_, look) => this.nodeLook(look),
      edgeReducer: (key, look) => this.edgeLook(graph.tieAt(key), look),
      defaultDrawNodeHover: (context, data, all) => {
        const among = this.emphasis.marked.size > mostPlates ? 'not' : 'may'
        const id = this.idOf(data.key)
        const name = id === this.pointed || this.chosen(id) ? 'must' : among
        drawHover(context, data, all, { palette: this.emphasis.palette, room: this.plates, name })
      },
      defaultDrawNodeLabel: (context, data, all) => {
        const name = this.chosen(this.idOf(data.key)) ? 'must' : 'may'
        drawLabel(context, data, all, { palette: this.emphasis.palette, room: this.names, name })
      },
      edgeLabelColor: { color: emphasis.palette.ink },
    })
    // Sigma would read what lies under the pointer back from the graphics, and wait until all is drawn.
    const getNodeAtPosition = (point: Point) => this.nodeAt(point)
    Object.assign(this.sigma, { getNodeAtPosition })
    this.sigma.on('clickNode', ({ node, event }) => {
      if (!this.drag.moved()) events.onPick(this.idOf(node), chosenBeside(event.original))
    })
    this.sigma.on('clickStage', () => events.onPick(null, false))
    this.sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault()
      const id = this.idOf(node)
      if (id !== null) events.onOpen(id)
    })
    this.sigma.on('afterProcess', () => {
      this.whole = true
      this.same = true
      // What sigma would find again by what lies under a pixel; nothing is looked for there.
      Object.assign(this.sigma, { itemIDsIndex: {} })
      this.extent = this.sigma.getCustomBBox() ?? this.sigma.getBBox()
    })
    this.sigma
      .on('enterNode', ({ node }) => this.pointAt(this.idOf(node)))
      .on('leaveNode', () => this.pointAt(null))
    this.sigma.on('beforeRender', () => {
      this.names.clear()
      this.plates.clear(this.sigma.getDimensions().width)
    })
    this.sigma.on('afterRender', () => nameEdges(this.sigma, graph, this.named(), this.emphasis.nameOf))
    const grown = () => {
      this.whole = false
    }
    graph.on('nodeAdded', grown).on('edgeAdded', grown)
    // Sigma follows the window alone; what opens beside the drawing makes it smaller too.
    this.room = new ResizeObserver(() => this.sigma.refresh({ skipIndexation: true, schedule: true }))
    this.room.observe(place)
    const together = (id: string) => (this.emphasis.marked.has(id) ? [...this.emphasis.marked] : [id])
    this.drag = new Drag(this.sigma, graph, together, (places) => this.put(places), events.onMoved)
  }

  /** The programs that draw for this drawing; they are made by sigma, and kept here when they are. */
  private programs() {
    const keep = (program: IconProgram | LineProgram) => {
      if (program instanceof LineProgram) this.lines = program
      else this.icons = program
    }
    class OwnIcons extends IconProgram {
      constructor(...given: ConstructorParameters<typeof IconProgram>) {
        super(...given)
        // The other one of its kind, for what is pointed at, has nowhere to pick from.
        if (given[1]) keep(this)
      }
    }
    class OwnLines extends LineProgram {
      constructor(...given: ConstructorParameters<typeof LineProgram>) {
        super(...given)
        keep(this)
      }
    }
    return { nodeProgramClasses: { icon: OwnIcons }, edgeProgramClasses: { line: OwnLines } }
  }

  /** The key of the node under a point. */
  private nodeAt(point: Point): string | null {
    const { icons } = this
    const found = icons?.drawn[discAt(this.sigma, icons.discs(), point)]?.key
    return found !== undefined && this.graph.lookAt(found) ? found : null
  }

  /** The id of what sigma calls by its key. */
  private idOf(key: string): string | null {
    return this.graph.lookAt(key)?.id ?? null
  }

  /** What sigma has of a thing that is drawn. */
  private dataOf(id: string): NodeDisplayData | undefined {
    return this.graph.hasNode(id) ? this.sigma.getNodeDisplayData(this.graph.look(id).key) : undefined
  }

  /**
   * Makes a change to the graph, first its things and then its ties, and calls `made` when both are there. Sigma
   * looks at all that is there for each node and edge that goes; the first change, and one that takes anything off
   * (`less`), is looked at once, when it is made. Of a large graph things are drawn first and ties a moment later.
   */
  changed(less: boolean, change: { things: () => void; ties: () => void }, changed: () => void): void {
    const made = () => {
      this.labelled()
      changed()
    }
    const first = this.graph.order === 0
    clearTimeout(this.later)
    if (!first && !less) {
      change.things()
      change.ties()
      made()
      return
    }
    const whole = () => {
      change.ties()
      this.sigma.setGraph(this.drawn)
      made()
    }
    this.sigma.setGraph(nothingDrawn())
    change.things()
    if (first && this.large()) {
      this.sigma.setGraph(this.drawn)
      this.later = setTimeout(() => {
        this.sigma.setGraph(nothingDrawn())
        whole()
      }, untilTies)
    } else whole()
  }

  /** Of a few things all are named where there is room; of many those that are large enough. */
  private labelled(): void {
    const least = this.graph.order > mostLabelled ? settings.labelRenderedSizeThreshold : 0
    if (this.sigma.getSetting('labelRenderedSizeThreshold') === least) return
    this.sigma.setSetting('labelRenderedSizeThreshold', least)
  }

  emphasise(emphasis: Emphasis): void {
    const { ink } = emphasis.palette
    if (ink !== this.emphasis.palette.ink) {
      this.sigma.setSetting('edgeLabelColor', { color: ink })
    }
    const before = this.emphasis
    this.emphasis = emphasis
    const differs = (part: keyof Emphasis) => emphasis[part] !== before[part]
    const shared = (['palette', 'path', 'colours', 'found'] as const).some(differs)
    // What lies on top is part of the index, and a selection changes it for few.
    const anew = (['path', 'found', 'edgeColours'] as const).some(differs)
    if (shared || !this.large()) this.sigma.refresh({ skipIndexation: !anew })
    else this.repaint(before)
    const path = emphasis.path !== before.path ? emphasis.path : null
    if (path) this.frame(path.nodes)
  }

  /** Draws anew what was chosen and what is, and nothing else. */
  private repaint(before: Emphasis): void {
    const now = this.emphasis
    const chosen = [before.selected, before.looked, now.selected, now.looked]
    const { graph } = this
    const nodes = [...chosen, ...before.marked.symmetricDifference(now.marked)]
      .filter((id) => id !== null)
      .filter((id) => graph.hasNode(id))
      .map((id) => graph.look(id).key)
    const near = [before.selected, now.selected].flatMap((id) => (id === null ? [] : this.edgesOf(id)))
    const coloured = recoloured(before.edgeColours, now.edgeColours)
    const edges = [...near, ...coloured].filter((id) => graph.hasEdge(id)).map((id) => graph.edgeKey(id))
    this.same = false
    this.sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: this.whole, schedule: true })
  }

  /** Whether to look at everything takes longer than anybody waits. */
  private large(): boolean {
    return this.graph.order > 5000
  }

  /** The edges whose names are written: a path's, and the selection's unless they are many. */
  private named(): Iterable<string> {
    const { path, selected } = this.emphasis
    if (path) return path.edges
    const edges = selected === null ? [] : this.edgesOf(selected)
    return edges.length > mostNamed ? [] : edges
  }

  private edgesOf(id: string): string[] {
    return this.graph.tiesOf(id).map((tie) => tie.id)
  }

  /** Brings all these nodes into the picture, with some room round them. */
  private frame(ids: Iterable<string>): void {
    const points = this.drawnAt(ids)
    if (points.length === 0) return
    const box = boxOf(points)
    const longer = Math.max(box.right - box.left, box.high - box.low)
    const middle = { ...middleOf(box), ratio: Math.min(1, Math.max(0.15, 1.6 * longer)) }
    void this.sigma.getCamera().animate(middle, { duration: motion() })
  }

  /** Steps back as far as it takes to have these in the picture beside what is in it; nothing moves. */
  include(ids: Iterable<string>): void {
    if (this.emphasis.path) {
      this.frame(this.emphasis.path.nodes)
      return
    }
    const { width, height } = this.sigma.getDimensions()
    const corners = [
      { x: 0, y: 0 },
      { x: width, y: height },
    ]
    const seen = boxOf(corners.map((corner) => this.sigma.viewportToFramedGraph(corner)))
    const camera = this.sigma.getCamera()
    const stand = steppedBack(seen, camera.getState().ratio, this.drawnAt(ids))
    if (stand === null) return
    // Beyond the whole that is kept as the scale there is a larger whole.
    if (stand.ratio > 1.2) this.fit()
    else void camera.animate(stand, { duration: motion() })
  }

  private drawnAt(ids: Iterable<string>): Point[] {
    return [...ids].map((id) => this.dataOf(id)).filter((data) => data !== undefined)
  }

  /** Shows everything, and from then on keeps the scale, so that what is added moves nothing. */
  fit(): void {
    this.followExtent()
    this.keepExtent()
    void this.sigma.getCamera().animatedReset({ duration: motion() })
  }

  /** The scale follows the graph while it is laid out anew; a large one is laid out within the extent it has. */
  followExtent(): void {
    if (this.large()) {
      this.keepExtent()
      return
    }
    this.sigma.setCustomBBox(null)
    indexed(this.sigma)
  }

  keepExtent(): void {
    const [now, kept] = [graphExtent(this.drawn), this.extent]
    this.sigma.setCustomBBox(now)
    if (!this.whole || !alike(now, kept)) indexed(this.sigma)
  }

  /** How many pixels the longer side of all that is drawn takes when all of it is in the picture. */
  side(): number {
    const { width, height } = this.sigma.getDimensions()
    return Math.max(100, Math.min(width, height) - 2 * settings.stagePadding)
  }

  zoom(inward: boolean): void {
    const camera = this.sigma.getCamera()
    void (inward
      ? camera.animatedZoom({ duration: motion() })
      : camera.animatedUnzoom({ duration: motion() }))
  }

  /** Brings a node to the middle if it is out of the picture. */
  reveal(id: string): void {
    const data = this.dataOf(id)
    if (!data) return
    const { x, y } = this.sigma.framedGraphToViewport(data)
    const { width, height } = this.sigma.getDimensions()
    if (x > 30 && y > 30 && x < width - 30 && y < height - 30) return
    void this.sigma.getCamera().animate({ x: data.x, y: data.y }, { duration: motion() })
  }

  /** Where a node is drawn, in the layout's own units. */
  placeOf(id: string): Point | null {
    if (!this.graph.hasNode(id)) return null
    const { x, y } = this.graph.look(id)
    return { x, y }
  }

  /** Moves a node by a part of the picture's width and height: the keyboard's drag. */
  shifted(id: string, right: number, down: number): Point | null {
    const from = this.placeOf(id)
    if (!from) return null
    const { x, y } = this.sigma.graphToViewport(from)
    const { width, height } = this.sigma.getDimensions()
    return this.sigma.viewportToGraph({ x: x + right * width, y: y + down * height })
  }

  /** The nodes inside a line drawn round them, in pixels of the drawing. */
  within(line: readonly Point[]): Set<string> {
    const inside = new Set<string>()
    this.graph.forEachNode((look) => {
      if (encloses(line, this.sigma.graphToViewport(look))) inside.add(look.id)
    })
    return inside
  }

  /** What is in the picture now, for an image of it. */
  picture(): Picture {
    return pictureOf(this.sigma, this.graph, this.names, this.emphasis.palette)
  }

  refresh(): void {
    this.sigma.refresh()
  }

  /** Sigma looks at all of a graph for each place that it is told of; of a large one the places alone are drawn anew. */
  private put(places: ReadonlyMap<string, Point>): void {
    const large = this.large()
    for (const [id, place] of places) {
      if (!this.graph.hasNode(id)) continue
      if (large) Object.assign(this.graph.look(id), place)
      else this.graph.move(id, place)
    }
    if (large) this.relaid()
  }

  /** Draws things at the places that were written into the graph. */
  relaid(): void {
    const { icons, lines, extent, graph } = this
    const quick = this.large() && this.whole && this.same && this.emphasis.path === null
    if (!quick || !icons || !lines || this.sigma.getCustomBBox() === null) {
      indexed(this.sigma)
      return
    }
    // Which labels are shown was chosen by place; for a large graph that stays until it is looked at anew.
    const normal = createNormalizationFunction(extent)
    icons.moved((node: DrawnNode) => {
      const look = graph.lookAt(node.key)
      if (!look) return
      node.x = look.x
      node.y = look.y
      normal.applyTo(node)
    })
    lines.moved()
    this.sigma.scheduleRender()
  }

  end(): void {
    clearTimeout(this.later)
    this.room.disconnect()
    this.sigma.kill()
  }

  /** What is pointed at is drawn without the rest. */
  private pointAt(id: string | null): void {
    this.pointed = id
    this.plates.clear(this.sigma.getDimensions().width)
  }

  private chosen(id: string | null): boolean {
    return id !== null && (id === this.emphasis.selected || id === this.emphasis.looked)
  }

  /** What is given is sigma's own copy: it is changed and given back. */
  private nodeLook(look: NodeLook): Partial<NodeDisplayData> {
    const { palette, path, colours, found, marked } = this.emphasis
    const shown: NodeLook & Partial<NodeDisplayData> = look
    const { id } = look
    const chosen = this.chosen(id)
    const highlighted = chosen || marked.has(id)
    if (colours) shown.color = colours.get(id) ?? palette.line
    shown.highlighted = highlighted
    shown.forceLabel = chosen || path !== null
    shown.zIndex = highlighted || path !== null ? 2 : 1
    const inFocus = (path?.nodes.has(id) ?? true) && (found?.has(id) ?? true)
    if (inFocus) {
      if (path) shown.size = Math.max(look.size, 9)
      return shown
    }
    shown.forceLabel = chosen
    shown.zIndex = highlighted ? 2 : 0
    // Beside a path the rest is small as well, so that its ties are seen through.
    if (path && !highlighted) shown.size = look.size / 2
    return highlighted ? shown : Object.assign(shown, { color: palette.faded, label: null })
  }

  private edgeLook({ id, from, to }: Tie, { size, bothWays }: EdgeLook): EdgeDisplayData {
    const { palette, selected, path, found, edgeColours } = this.emphasis
    const edges = this.edges
    if (path?.edges.has(id)) {
      const color = path.weakest.has(id) ? palette.weakest : palette.path
      return edges.of(color, Math.max(3, size), 2, arrowOf(bothWays))
    }
    // Another type is another place in the index, which a large graph keeps.
    if (from === selected || to === selected)
      return edges.of(palette.edgeNear, Math.max(1.6, size), 1, arrowOf(bothWays || this.large()))
    const faded = path !== null || (found !== null && !(found.has(from) && found.has(to)))
    const own = faded ? undefined : edgeColours?.get(id)
    if (own !== undefined) return edges.of(own, Math.max(1.6, size), 1)
    return edges.of(faded ? palette.edgeFaded : palette.edge, size, 0)
  }
}

/** Whether places are reckoned the same in both: by the middle and the longer side. */
function alike(a: Extent, b: Extent): boolean {
  const side = ({ x, y }: Extent) => Math.max(x[1] - x[0], y[1] - y[0])
  const most = 0.001 * Math.max(side(a), side(b))
  const middles = (['x', 'y'] as const).map((axis) => a[axis][0] + a[axis][1] - b[axis][0] - b[axis][1])
  return Math.abs(side(a) - side(b)) <= most && middles.every((apart) => Math.abs(apart) <= most)
}

function arrowOf(bothWays: boolean): 'line' | 'arrow' {
  return bothWays ? 'line' : 'arrow'
}

function chosenBeside(event: MouseEvent | TouchEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey
}

/** The edges whose own colour is another now. */
function recoloured(before: Emphasis['edgeColours'], now: Emphasis['edgeColours']): string[] {
  if (before === now) return []
  const ids = new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])
  return [...ids].filter((id) => before?.get(id) !== now?.get(id))
}

/** How long in milliseconds the things of a large graph stand without ties: one frame or two. */
const untilTies = 50

/** Up to so many things none is too small for its name. */
const mostLabelled = 200

/** Up to so many things that are marked have their name on a plate; of more it would hide the things. */
const mostPlates = 12

/** Ties of the selection are named on the drawing up to this many; beyond, the panel counts them. */
const mostNamed = 20

function motion(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250
}

const settings = {
  defaultNodeType: 'icon',
  defaultEdgeType: 'line',
  labelFont: '"Inter", "Segoe UI", system-ui, "DejaVu Sans", sans-serif',
  labelSize: 12,
  labelWeight: '500',
  labelDensity: 0.6,
  labelGridCellSize: 110,
  labelRenderedSizeThreshold: 6.5,
  renderEdgeLabels: false,
  edgeLabelSize: 10,
  minEdgeThickness: 0.5,
  zIndex: true,
  hideEdgesOnMove: false,
  stagePadding: 40,
  minCameraRatio: 0.02,
  maxCameraRatio: 4,
  allowInvalidContainer: true,
} as const

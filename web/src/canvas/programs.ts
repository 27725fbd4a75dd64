import { createNodeImageProgram } from '@sigma/node-image'
import type Sigma from 'sigma'
import { EdgeRectangleProgram, type NodeProgram, type Program } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import type { EdgeLook, NodeLook } from './looks'
import type { Discs } from './pick'

type Info = NonNullable<Program['pickProgram']>
type Attribute = Program['ATTRIBUTES'][number]
type Attributed = Pick<Program, 'ATTRIBUTES' | 'CONSTANT_ATTRIBUTES'>
type Bind = (attribute: Attribute, info: Info, offset: number, each: boolean) => number
type IconsClass = new (
  ...given: ConstructorParameters<ReturnType<typeof createNodeImageProgram<NodeLook, EdgeLook>>>
) => NodeProgram<string, NodeLook, EdgeLook> &
  Pick<EdgeRectangleProgram, 'setUniforms' | 'getDefinition'> &
  Pick<NodeProgram, 'processVisibleItem' | 'array' | 'STRIDE' | 'renderer'>

/** A node as it is drawn, with its key. */
export type DrawnNode = NodeDisplayData & { key: string }

const signs = { padding: 0.22, size: { mode: 'force', value: 128 }, drawingMode: 'background' } as const
// The library's type leaves out what a program of nodes inherits.
const Icons = createNodeImageProgram<NodeLook, EdgeLook>({ ...signs }) as unknown as IconsClass

/** Points the graphics at numbers that they were sent before. */
function point(program: Attributed, info: Info, bind: Bind): void {
  const { gl, buffer, constantBuffer } = info
  const parts = [
    { attributes: program.CONSTANT_ATTRIBUTES, held: constantBuffer, each: false },
    { attributes: program.ATTRIBUTES, held: buffer, each: true },
  ]
  for (const { attributes, held, each } of parts) {
    gl.bindBuffer(gl.ARRAY_BUFFER, held)
    let offset = 0
    for (const attribute of attributes) offset += bind(attribute, info, offset, each)
  }
  gl.bindBuffer(gl.ARRAY_BUFFER, null)
}

/** Nodes as discs with a sign. Sends its numbers to the graphics when they change, not with every frame. */
export class IconProgram extends Icons {
  /** What is drawn, in the order of drawing. */
  readonly drawn: DrawnNode[] = []
  private indices: number[] = []
  private sent = new WeakSet<Info>()
  /** Whether signs have arrived since the numbers were made. */
  private signs = false

  constructor(...given: ConstructorParameters<IconsClass>) {
    super(...given)
    // What lies under a pointer is found from places: no second drawing, and no waiting for it.
    this.pickProgram = null
    const renderer = given[2]
    // A sign that has arrived changes nothing but this program's numbers: no look is asked for anew.
    const refresh = () => {
      this.signs = true
      renderer.scheduleRender()
    }
    this.renderer = Object.create(renderer, { refresh: { value: refresh } })
  }

  override reallocate(capacity: number): void {
    super.reallocate(capacity)
    this.drawn.length = capacity
  }

  override process(index: number, offset: number, data: NodeDisplayData): void {
    this.sent = new WeakSet()
    this.drawn[offset] = data as DrawnNode
    this.indices[offset] = index
    super.process(index, offset, data)
  }

  override render(params: RenderParams): void {
    if (this.signs) this.signed()
    super.render(params)
  }

  private signed(): void {
    this.drawn.forEach((node, at) => {
      super.process(this.indices[at] ?? 0, at, node)
    })
    this.sent = new WeakSet()
    this.signs = false
  }

  /** What is drawn as discs, for who looks for one. */
  discs(): Discs {
    return { numbers: this.array, each: this.STRIDE }
  }

  /** Draws what is drawn at other places. */
  moved(place: (node: DrawnNode) => void): void {
    const { array, drawn, STRIDE } = this
    for (let i = 0; i < drawn.length; i++) {
      const node = drawn[i]
      if (!node || node.hidden) continue
      place(node)
      array[i * STRIDE] = node.x
      array[i * STRIDE + 1] = node.y
    }
    this.sent = new WeakSet()
  }

  protected override bindProgram(info: Info): void {
    if (this.sent.has(info)) point(this, info, (...attribute) => this.bindAttribute(...attribute))
    else super.bindProgram(info)
    this.sent.add(info)
  }
}

/** Edges as lines, sent like the nodes. */
export class LineProgram extends EdgeRectangleProgram<NodeLook, EdgeLook> {
  private indices: number[] = []
  private from: NodeDisplayData[] = []
  private to: NodeDisplayData[] = []
  private drawn: EdgeDisplayData[] = []
  private sent = new WeakSet<Info>()

  override reallocate(capacity: number): void {
    super.reallocate(capacity)
    this.drawn.length = capacity
  }

  override process(
    index: number,
    offset: number,
    from: NodeDisplayData,
    to: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    this.sent = new WeakSet()
    this.indices[offset] = index
    this.from[offset] = from
    this.to[offset] = to
    this.drawn[offset] = data
    super.process(index, offset, from, to, data)
  }

  /** Follows the nodes after these have moved: the first six numbers of a line are its ends and its normal. */
  moved(): void {
    const { array, drawn, STRIDE } = this
    for (let i = 0; i < drawn.length; i++) {
      const look = drawn[i]
      const from = this.from[i]
      const to = this.to[i]
      if (!look || !from || !to || look.hidden) continue
      const right = to.x - from.x
      const up = to.y - from.y
      const length = Math.sqrt(right * right + up * up)
      const wide = length > 0 ? (look.size || 1) / length : 0
      const at = i * STRIDE
      array[at] = from.x
      array[at + 1] = from.y
      array[at + 2] = to.x
      array[at + 3] = to.y
      array[at + 4] = -up * wide
      array[at + 5] = right * wide
    }
    this.sent = new WeakSet()
  }

  protected override bindProgram(info: Info): void {
    if (this.sent.has(info)) point(this, info, (...attribute) => this.bindAttribute(...attribute))
    else super.bindProgram(info)
    this.sent.add(info)
  }
}

/** Has places read again and the graphics' numbers made anew at the next frame; looks stay as they are. */
export function indexed(sigma: Sigma<NodeLook, EdgeLook>): void {
  sigma.refresh({ partialGraph: {}, skipIndexation: false, schedule: true })
}

import { createNodeImageProgram } from '@sigma/node-image'
import type Sigma from 'sigma'
import { EdgeRectangleProgram, type NodeProgram, type Program } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types'
import type { EdgeLook, NodeLook } from './looks'

type Info = NonNullable<Program['pickProgram']>
type Attributed = Pick<Program, 'ATTRIBUTES' | 'CONSTANT_ATTRIBUTES'>
type IconsClass = new (
  ...given: ConstructorParameters<ReturnType<typeof createNodeImageProgram<NodeLook, EdgeLook>>>
) => NodeProgram<string, NodeLook, EdgeLook> &
  Pick<EdgeRectangleProgram, 'setUniforms' | 'getDefinition'> &
  Pick<NodeProgram, 'processVisibleItem'>
type Attribute = Program['ATTRIBUTES'][number]
type Bind = (attribute: Attribute, offset: number, each: boolean) => number

const signs = { padding: 0.22, size: { mode: 'force', value: 128 }, drawingMode: 'background' } as const
// The library's type leaves out what a program of nodes inherits.
const Icons = createNodeImageProgram<NodeLook, EdgeLook>({ ...signs }) as unknown as IconsClass

/** Points the graphics at numbers that they were sent before. */
function point(program: Attributed, { gl, buffer, constantBuffer }: Info, bind: Bind): void {
  const parts = [
    { attributes: program.CONSTANT_ATTRIBUTES, held: constantBuffer, each: false },
    { attributes: program.ATTRIBUTES, held: buffer, each: true },
  ]
  for (const { attributes, held, each } of parts) {
    gl.bindBuffer(gl.ARRAY_BUFFER, held)
    let offset = 0
    for (const attribute of attributes) offset += bind(attribute, offset, each)
  }
  gl.bindBuffer(gl.ARRAY_BUFFER, null)
}

/** Nodes as discs with a sign. Sends its numbers to the graphics when they change, not with every frame. */
export class IconProgram extends Icons {
  private sent = new WeakSet<Info>()

  constructor(...given: ConstructorParameters<IconsClass>) {
    super(...given)
    const renderer = given[2]
    // A sign that has arrived changes nothing but this program's numbers: no look is asked for anew.
    const refresh = () => indexed(renderer)
    this.renderer = Object.create(renderer, { refresh: { value: refresh } })
  }

  override process(index: number, offset: number, data: NodeDisplayData): void {
    this.sent = new WeakSet()
    super.process(index, offset, data)
  }

  protected override bindProgram(info: Info): void {
    if (this.sent.has(info)) point(this, info, (...attribute) => this.bindOne(info, ...attribute))
    else super.bindProgram(info)
    this.sent.add(info)
  }

  private bindOne(info: Info, attribute: Attribute, offset: number, each: boolean): number {
    return this.bindAttribute(attribute, info, offset, each)
  }
}

/** Edges as lines, sent like the nodes. */
export class LineProgram extends EdgeRectangleProgram<NodeLook, EdgeLook> {
  private sent = new WeakSet<Info>()

  override process(
    index: number,
    offset: number,
    from: NodeDisplayData,
    to: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    this.sent = new WeakSet()
    super.process(index, offset, from, to, data)
  }

  protected override bindProgram(info: Info): void {
    if (this.sent.has(info)) point(this, info, (...attribute) => this.bindOne(info, ...attribute))
    else super.bindProgram(info)
    this.sent.add(info)
  }

  private bindOne(info: Info, attribute: Attribute, offset: number, each: boolean): number {
    return this.bindAttribute(attribute, info, offset, each)
  }
}

/** Has places read again and the graphics' numbers made anew at the next frame; looks stay as they are. */
export function indexed(sigma: Sigma<NodeLook, EdgeLook>): void {
  sigma.refresh({ partialGraph: {}, skipIndexation: false, schedule: true })
}

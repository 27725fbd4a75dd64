import type { EdgeDisplayData } from 'sigma/types'

/** How an edge is drawn: what is drawn on top has the higher number. */
type Shape = 'line' | 'arrow'
type Height = 0 | 1 | 2

/**
 * What sigma draws of edges, one for all that are drawn alike: of 150,000 a few dozen
 * are different, and what is never made need never be cleared away. Sigma reads them only.
 */
export class DrawnEdges {
  private readonly made = new Map<string, Map<number, EdgeDisplayData[]>>()

  of(color: string, size: number, zIndex: Height, type: Shape = 'line'): EdgeDisplayData {
    const coloured = this.made.get(color) ?? new Map<number, EdgeDisplayData[]>()
    this.made.set(color, coloured)
    const sized = coloured.get(size) ?? []
    coloured.set(size, sized)
    const at = 2 * zIndex + (type === 'arrow' ? 1 : 0)
    sized[at] ??= { color, size, zIndex, type, label: '', hidden: false, forceLabel: false }
    return sized[at]
  }
}

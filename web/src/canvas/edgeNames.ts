import type Sigma from 'sigma'
import { drawStraightEdgeLabel } from 'sigma/rendering'
import type { CanvasGraph } from './CanvasGraph'
import type { EdgeLook, NodeLook } from './looks'

/**
 * Writes names along these edges. Sigma itself looks at every edge of the graph
 * in every frame for those to name, and wants a name for each beforehand.
 */
export function nameEdges(
  sigma: Sigma<NodeLook, EdgeLook>,
  graph: CanvasGraph,
  ids: Iterable<string>,
  nameOf: (id: string) => string,
): void {
  const context = sigma.getCanvases().edgeLabels?.getContext('2d')
  if (!context) return
  const end = (node: string) => {
    const { key } = graph.look(node)
    const data = sigma.getNodeDisplayData(key)
    return data && { ...data, ...sigma.framedGraphToViewport(data), key, size: sigma.scaleSize(data.size) }
  }
  for (const id of ids) {
    if (!graph.hasEdge(id)) continue
    const key = graph.edgeKey(id)
    const look = sigma.getEdgeDisplayData(key)
    // While the graph is another already, sigma draws none of it.
    if (!look) continue
    const tie = graph.tieAt(key)
    const [from, to] = [end(tie.from), end(tie.to)]
    if (!from || !to) continue
    const named = { ...look, key, size: sigma.scaleSize(look.size), label: nameOf(id) }
    drawStraightEdgeLabel(context, named, from, to, sigma.getSettings())
  }
}

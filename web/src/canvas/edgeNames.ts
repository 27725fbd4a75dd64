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
    const data = sigma.getNodeDisplayData(node)
    return (
      data && { ...data, ...sigma.framedGraphToViewport(data), key: node, size: sigma.scaleSize(data.size) }
    )
  }
  for (const id of ids) {
    const look = graph.hasEdge(id) ? sigma.getEdgeDisplayData(id) : undefined
    const [from, to] = look ? graph.extremities(id).map(end) : []
    if (!look || !from || !to) continue
    const named = { ...look, key: id, size: sigma.scaleSize(look.size), label: nameOf(id) }
    drawStraightEdgeLabel(context, named, from, to, sigma.getSettings())
  }
}

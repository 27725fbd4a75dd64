import type Sigma from 'sigma'
import { drawStraightEdgeLabel } from 'sigma/rendering'
import type { EdgeLook, NodeLook } from './looks'

/**
 * Writes the names of these edges along them. Sigma itself looks at every edge
 * of the graph in every frame for those to name.
 */
export function nameEdges(sigma: Sigma<NodeLook, EdgeLook>, ids: Iterable<string>): void {
  const context = sigma.getCanvases().edgeLabels?.getContext('2d')
  if (!context) return
  const graph = sigma.getGraph()
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
    drawStraightEdgeLabel(
      context,
      { ...look, key: id, size: sigma.scaleSize(look.size) },
      from,
      to,
      sigma.getSettings(),
    )
  }
}

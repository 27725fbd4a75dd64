// The libraries have no types for their single steps. Both change the matrix in place.
declare module 'graphology-layout-forceatlas2/iterate.js' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2'
  /** Nodes in tens of floats, edges in threes with node offsets. */
  export default function iterate(
    settings: ForceAtlas2Settings,
    nodes: Float32Array,
    edges: Float32Array,
  ): object
}
declare module 'graphology-layout-forceatlas2/defaults.js' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2'

  const defaults: Required<ForceAtlas2Settings>
  export default defaults
}
declare module 'graphology-layout-noverlap/iterate.js' {
  interface Settings {
    margin: number
    ratio: number
    expansion: number
    gridSize: number
    speed: number
  }
  /** Nodes in threes: x, y, size. */
  export default function iterate(settings: Settings, nodes: Float32Array): { converged: boolean }
}

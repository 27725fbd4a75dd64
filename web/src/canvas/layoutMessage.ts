/** What the layout worker is asked. Arrays are handed over, not copied. */
export interface LayoutQuestion {
  /** Ten floats a node, as ForceAtlas2 wants them: x, y, 4 of momentum, mass, convergence, size, fixed. */
  nodes: Float32Array
  /** Three floats an edge: offset of source and target in `nodes`, weight. */
  edges: Float32Array
  iterations: number
  /** Push overlapping nodes apart at the end; only where none is fixed. */
  separate: boolean
  /** What becomes of each node's disc once they lie: see Hold. Only where some are fixed. */
  holds: Uint8Array
  /** How many pixels the longer side of it all is drawn in, for sizes are pixels. */
  pixels: number
}

/** Places so far: x and y of each node in the order asked. */
export interface LayoutAnswer {
  places: Float32Array
  done: boolean
}

/** Floats a node. */
export const perNode = 10

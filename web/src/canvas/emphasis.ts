import type { Palette } from './palette'

/** Nodes and edges that are shown as one answer, and those edges that it is weakest at. */
export interface Marks {
  nodes: ReadonlySet<string>
  edges: ReadonlySet<string>
  weakest: ReadonlySet<string>
}

/** What stands out on the drawing; the rest is by kind. */
export interface Emphasis {
  palette: Palette
  selected: string | null
  /** The neighbour that the keyboard looks at. */
  looked: string | null
  /** The path or connection shown; null where none is. */
  path: Marks | null
  /** Colours of communities by node; null colours by kind. */
  colours: ReadonlyMap<string, string> | null
  /** Colours of edges where they are not alike; null is all alike. */
  edgeColours: ReadonlyMap<string, string> | null
  /** What is looked for; null where nothing is, and then all is found. */
  found: ReadonlySet<string> | null
  marked: ReadonlySet<string>
  /** What is written along an edge that stands out. */
  nameOf: (edge: string) => string
}

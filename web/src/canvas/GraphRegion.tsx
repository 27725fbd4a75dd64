import { lazy, Suspense, useDeferredValue, useEffect, useRef, useState } from 'react'
import { useSpeech } from '../language/LanguageProvider'
import { CanvasGraph } from './CanvasGraph'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import type { CanvasStore } from './CanvasStore'
import styles from './canvas.module.css'
import { Drawing } from './Drawing'
import { showThings } from './graph'
import { Layout } from './layout'
import type { Point } from './place'
import { placeKeys } from './thing'
import { emphasised, useEmphasis } from './useEmphasis'
import { useNeighbourWalk } from './useNeighbourWalk'

const Lasso = lazy(() => import('./Lasso'))

interface Props {
  /** Each change asks for everything to be arranged anew. */
  arrange: number
  /** Whether a line is being drawn round things. */
  lasso: boolean
  onLassoed: () => void
  onDrawing: (drawing: Drawing | null) => void
}

/** The drawing, in a region that the keyboard can walk. */
export function GraphRegion({ arrange, lasso, onLassoed, onDrawing }: Props) {
  const { text } = useSpeech()
  const store = useCanvasStore()
  // The page first, and the drawing after it: of a large canvas each takes a while.
  const canvas = useDeferredValue(useCanvas('history', ...emphasised))
  const { folded, history } = canvas
  const { pins, grouping } = history.present
  const { by } = grouping
  const grouped = useRef(by)
  const place = useRef<HTMLDivElement>(null)
  const [graph] = useState(() => new CanvasGraph())
  const [layout] = useState(() => new Layout())
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const walk = useNeighbourWalk(drawing)
  const emphasis = useEmphasis(canvas, walk.looked)
  const first = useRef(emphasis)

  useEffect(() => {
    if (!place.current) return
    const made = new Drawing(graph, place.current, first.current, eventsFor(store))
    setDrawing(made)
    onDrawing(made)
    return () => {
      layout.stop()
      made.end()
      onDrawing(null)
    }
  }, [graph, layout, store, onDrawing])

  useEffect(() => {
    if (!drawing) return
    let fresh = new Set<string>()
    const change = {
      things: () => {
        fresh = showThings(graph, folded, store.places, pins)
      },
      ties: () => graph.tie(folded),
    }
    const regrouped = grouped.current !== by
    grouped.current = by
    // A large graph is looked at once, with all that is other, and not step by step.
    const anew = graph.order === 0 || graph.order > 1000 || graph.lacks(folded)
    drawing.changed(anew, change, () => {
      const still = new Set(graph.nodes().filter((id) => !fresh.has(id)))
      if (still.size === 0) drawing.followExtent()
      if (fresh.size === 0) {
        if (regrouped) drawing.fit()
        else if (!anew) drawing.refresh()
        return
      }
      if (regrouped) drawing.fit()
      layout.run(graph, still, drawing.side(), (done) => {
        drawing.relaid()
        if (!done) return
        store.remember(placesIn(graph, store))
        if (still.size === 0 || regrouped) drawing.fit()
        else drawing.include(fresh)
      })
    })
  }, [drawing, folded, pins, by, graph, layout, store])

  useEffect(() => {
    if (!drawing || arrange === 0) return
    drawing.followExtent()
    const pinned = new Set(graph.nodes().filter((id) => graph.look(id).pinned))
    layout.run(graph, pinned, drawing.side(), (done) => {
      drawing.relaid()
      if (!done) return
      store.remember(placesIn(graph, store))
      drawing.fit()
    })
  }, [drawing, arrange, graph, layout, store])

  useEffect(() => drawing?.emphasise(emphasis), [drawing, emphasis])

  return (
    <div
      className={styles.region}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the region is walked with the arrow keys
      tabIndex={0}
      aria-label={text.canvas.region}
      onKeyDown={walk.onKeyDown}
    >
      <div className={styles.drawing} ref={place} />
      {lasso && (
        <Suspense>
          <Lasso
            onDrawn={(line) => {
              if (drawing) store.set({ marked: drawing.within(line) })
              onLassoed()
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

/** Where things lie now, by the keys under which that is kept. A pinned thing keeps the place it had before. */
function placesIn(graph: CanvasGraph, store: CanvasStore): Map<string, Point> {
  const places = new Map<string, Point>()
  for (const thing of store.read().folded.things.values()) {
    if (!graph.hasNode(thing.id)) continue
    const { x, y, pinned } = graph.look(thing.id)
    if (!pinned) for (const key of placeKeys(thing)) places.set(key, { x, y })
  }
  return places
}

/** What the store does when somebody acts on the drawing. */
function eventsFor(store: CanvasStore) {
  return {
    onPick: (id: string | null, more: boolean) => {
      if (id !== null && more) store.mark(id)
      else store.set({ selected: id })
    },
    onMoved: (moved: ReadonlyMap<string, Point>) => store.pinThings(moved),
    onOpen: (id: string) => {
      const group = store.read().folded.things.get(id)?.group
      if (group) store.openGroup(group.key)
    },
  }
}

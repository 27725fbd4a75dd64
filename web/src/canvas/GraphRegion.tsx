import { useEffect, useMemo, useRef, useState } from 'react'
import { communityColours } from '../communities/match'
import { useSpeech } from '../language/LanguageProvider'
import { pathMarks } from '../path/marks'
import { useTheme } from '../shell/ThemeProvider'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import { thingOf } from './CanvasStore'
import styles from './canvas.module.css'
import { Drawing, type Emphasis } from './Drawing'
import { type CanvasGraph, emptyGraph, show } from './graph'
import { Layout } from './layout'
import { palettes } from './palette'
import { useNeighbourWalk } from './useNeighbourWalk'

interface Props {
  /** Each change asks for everything to be arranged anew. */
  arrange: number
  onDrawing: (drawing: Drawing | null) => void
}

/** The drawing, in a region that the keyboard can walk. */
export function GraphRegion({ arrange, onDrawing }: Props) {
  const { text } = useSpeech()
  const store = useCanvasStore()
  const { folded } = useCanvas()
  const place = useRef<HTMLDivElement>(null)
  const [graph] = useState<CanvasGraph>(emptyGraph)
  const [layout] = useState(() => new Layout())
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const walk = useNeighbourWalk(drawing)
  const emphasis = useEmphasis(walk.looked)
  const first = useRef(emphasis)

  useEffect(() => {
    if (!place.current) return
    const pick = (id: string | null) => store.set({ selected: id })
    const made = new Drawing(graph, place.current, first.current, pick)
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
    const remember = () => {
      for (const thing of store.read().folded.things.values()) {
        if (!graph.hasNode(thing.id)) continue
        const { x, y } = graph.getNodeAttributes(thing.id)
        for (const record of thing.records) store.places.set(record, { x, y })
      }
    }
    const fresh = show(graph, folded, store.places, (kind) => text.linkKinds[kind])
    const still = new Set(graph.nodes().filter((id) => !fresh.has(id)))
    if (still.size === 0) drawing.followExtent()
    if (fresh.size === 0) {
      drawing.refresh()
      return
    }
    layout.run(graph, still, (done) => {
      if (!done) return
      remember()
      if (still.size === 0) drawing.fit()
    })
  }, [drawing, folded, graph, layout, store, text])

  useEffect(() => {
    if (!drawing || arrange === 0) return
    drawing.followExtent()
    layout.run(graph, new Set(), (done) => done && drawing.fit())
  }, [drawing, arrange, graph, layout])

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
    </div>
  )
}

function useEmphasis(looked: string | null): Emphasis {
  const { shown } = useTheme()
  const { folded, selected, path, communities } = useCanvas()
  return useMemo(
    () => ({
      palette: palettes[shown],
      selected: thingOf(folded, selected)?.id ?? null,
      looked,
      path: path && pathMarks(path, folded),
      colours: communities && communityColours(communities, folded),
    }),
    [shown, folded, selected, path, communities, looked],
  )
}

import { useSpeech } from '../language/LanguageProvider'
import parts from '../shell/parts.module.css'
import { useAnnounce } from './Announcer'
import { useCanvas, useCanvasStore } from './CanvasMemory'
import styles from './canvas.module.css'
import type { Drawing } from './Drawing'
import { gatheredPlaces } from './gather'
import type { Point } from './place'
import { ShareOwn } from './ShareOwn'
import { placeKeys } from './thing'

interface Props {
  drawing: Drawing | null
  onConnect: () => void
}

/** What can be done with the things marked together. */
export default function MarkedBar({ drawing, onConnect }: Props) {
  const { text, count } = useSpeech()
  const words = text.canvas
  const store = useCanvasStore()
  const announce = useAnnounce()
  const { folded, marked } = useCanvas('folded', 'marked')
  const things = [...marked].map((id) => folded.things.get(id)).filter((thing) => thing !== undefined)
  const said = count(words.marked, things.length)
  const pinned = (places: ReadonlyMap<string, Point | null>, what: string) => {
    store.pin(places)
    announce(`${said}: ${what}`)
  }
  const here = () => {
    const places = new Map<string, Point>()
    for (const thing of things) {
      const point = drawing?.placeOf(thing.id)
      if (point) for (const key of placeKeys(thing)) places.set(key, point)
    }
    return places
  }
  const letGo = () => new Map(things.flatMap((thing) => placeKeys(thing).map((key) => [key, null])))
  const gather = () => {
    if (!drawing) return
    pinned(gatheredPlaces(drawing.graph, things), words.gather)
    // Once it is drawn where it now is, everything is brought into the picture.
    requestAnimationFrame(() => drawing.fit())
  }
  const others = () => [...folded.things.keys()].filter((id) => !marked.has(id))
  const acts: [string, () => void][] = [
    [words.pin, () => pinned(here(), words.pin)],
    [words.unpin, () => pinned(letGo(), words.unpin)],
    [words.gather, gather],
    ...(things.length > 1 ? [[words.connect, onConnect] satisfies [string, () => void]] : []),
    [words.onlyThese, () => store.remove(...others())],
    [words.remove, () => store.remove(...marked)],
    [words.unmark, () => store.set({ marked: new Set() })],
  ]
  return (
    <div className={styles.markedBar} role="toolbar" aria-label={said}>
      <strong>{said}</strong>
      {acts.map(([name, act]) => (
        <button key={name} type="button" className={parts.quiet} onClick={act}>
          {name}
        </button>
      ))}
      <ShareOwn records={things.flatMap((thing) => thing.records)} />
    </div>
  )
}

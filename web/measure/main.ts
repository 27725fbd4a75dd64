import { CanvasGraph } from '../src/canvas/CanvasGraph'
import { CanvasStore } from '../src/canvas/CanvasStore'
import { Drawing } from '../src/canvas/Drawing'
import { showThings } from '../src/canvas/graph'
import { Layout } from '../src/canvas/layout'
import { palettes } from '../src/canvas/palette'
import { network } from './network'

// The canvas alone, as the workspace draws it, with an invented network of the
// size that the address asks for: what is measured is what ships.
const size = Number(new URLSearchParams(location.search).get('nodes') ?? 1000)
const place = document.getElementById('canvas')
if (!place) throw new Error('no place for the canvas')
const contents = network(size)

const emphasis = {
  palette: palettes.light,
  selected: null,
  looked: null,
  path: null,
  colours: null,
  edgeColours: null,
  found: null,
  marked: new Set<string>(),
  nameOf: () => '',
}
const ignored = () => undefined
const nowhere = { x: 0, y: 0 }
const graph = new CanvasGraph()
// It lives as long as the page: what it holds is there when the browser clears memory.
const store = new CanvasStore()
const drawing = new Drawing(graph, place, emphasis, { onPick: ignored, onMoved: ignored, onOpen: ignored })

/** From contents to the first frame: the drawing is there before, while the hub is asked. */
function open(): void {
  performance.mark('began')
  store.open(contents, {})
  const { folded } = store.read()
  performance.measure('folded', 'began')
  const change = {
    things: () => {
      showThings(graph, folded, new Map())
      performance.measure('things shown', 'began')
    },
    ties: () => graph.tie(folded),
  }
  requestAnimationFrame(() => performance.measure('first picture', 'began'))
  drawing.changed(false, change, () => {
    drawing.followExtent()
    requestAnimationFrame(() => {
      performance.measure('whole picture', 'began')
      document.title = 'drawn'
    })
  })
}

// What made the network is not to be cleared away in the time that is measured.
setTimeout(open, 1000)

addEventListener('arrange', () => {
  drawing.followExtent()
  new Layout().run(graph, new Set(), drawing.side(), (done) => {
    drawing.relaid()
    if (!done) return
    store.remember(
      new Map([...store.read().folded.things.keys()].map((id) => [id, drawing.placeOf(id) ?? nowhere])),
    )
    drawing.fit()
    document.title = 'arranged'
  })
})

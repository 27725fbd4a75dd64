import { Drawing } from '../src/canvas/Drawing'
import { fold } from '../src/canvas/fold'
import { emptyGraph, show } from '../src/canvas/graph'
import { Layout } from '../src/canvas/layout'
import { palettes } from '../src/canvas/palette'
import { network } from './network'

// The canvas alone, as the workspace draws it, with an invented network of the
// size that the address asks for: what is measured is what ships.
const size = Number(new URLSearchParams(location.search).get('nodes') ?? 1000)
const place = document.getElementById('canvas')
if (!place) throw new Error('no place for the canvas')
const contents = network(size)

performance.mark('began')
const emphasis = {
  palette: palettes.light,
  selected: null,
  looked: null,
  path: null,
  colours: null,
  found: null,
  marked: new Set<string>(),
  nameOf: () => '',
}
const ignored = () => undefined
const graph = emptyGraph()
const drawing = new Drawing(graph, place, emphasis, { onPick: ignored, onMoved: ignored, onOpen: ignored })
const folded = fold(contents, true)
performance.measure('folded', 'began')
drawing.changed(false, () => {
  show(graph, folded, new Map())
  performance.measure('shown', 'began')
})
performance.measure('looked at', 'began')
drawing.followExtent()
requestAnimationFrame(() => {
  performance.measure('first picture', 'began')
  document.title = 'drawn'
})

addEventListener('arrange', () => {
  drawing.followExtent()
  new Layout().run(graph, new Set(), (done) => {
    drawing.relaid()
    if (!done) return
    drawing.fit()
    document.title = 'arranged'
  })
})

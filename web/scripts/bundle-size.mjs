// Fails the build when the scripts of the canvas page outgrow their budget.
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

const budget = 200 * 1024
const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8'))

/** Everything that is fetched, as script, to show an entry of the manifest. */
function scripts(name, seen = new Set()) {
  const chunk = manifest[name]
  if (!chunk || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const imported of chunk.imports ?? []) scripts(imported, seen)
  return seen
}

async function size(files) {
  let total = 0
  for (const file of files) total += gzipSync(await readFile(new URL(file, dist)), { level: 9 }).length
  return total
}

const kib = (n) => `${(n / 1024).toFixed(1)} KiB`
const first = scripts('index.html')
const canvas = scripts('src/canvas/CanvasPage.tsx', new Set(first))
const total = await size(canvas)
console.log(`script, gzip: first page ${kib(await size(first))}, canvas page ${kib(total)} of ${kib(budget)}`)
if (canvas.size === first.size) throw new Error('the canvas page is not in the manifest')
if (total > budget) {
  console.error('The canvas page is over its budget: load something lazily, or leave it out.')
  process.exit(1)
}

// Measures the canvas in Chromium from a browser trace: time to the first
// picture, main-thread script per frame while panning and zooming, and the
// longest main-thread task while laying out. `npm run measure [-- 1000 50000]`.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { build } from 'vite'

const sizes = process.argv.slice(2).map(Number)
if (sizes.length === 0) sizes.push(1000, 10_000, 50_000)
/** The most at any size, in milliseconds: main-thread script for a frame while moving, first picture, block while laying out. */
const [perFrame, firstPicture, block] = [8, 1500, 200]
const types = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.html': 'text/html' }
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'"

async function built() {
  const folder = await mkdtemp(join(tmpdir(), 'entente-measure-'))
  await build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      target: 'es2023',
      // A profile names functions as they are written.
      minify: !process.env.ENTENTE_PROFILE,
      modulePreload: false,
    },
    worker: { format: 'es' },
  })
  return folder
}

function serve(folder) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://measure')
    const file = pathname === '/' ? '/index.html' : pathname
    const content = await readFile(join(folder, file)).catch(() => null)
    if (!content) return response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end()
    response.writeHead(200, { 'content-type': types[extname(file)], 'content-security-policy': policy })
    response.end(content)
  })
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)))
}

/** What the main thread did between start and stop. */
async function traced(cdp, act) {
  const events = []
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'toplevel',  '__metadata', 'v8.execute'] },
  })
  await act()
  const ended = new Promise((done) => cdp.once('Tracing.tracingComplete', done))
  await cdp.send('Tracing.end')
  await ended
  cdp.removeAllListeners('Tracing.dataCollected')
  // Only the page's own thread draws frames: functions are called in the layout's worker too.
  const main = events.find((e) => e.name === 'FireAnimationFrame')
  return events.filter((e) => main && e.pid === main.pid && e.tid === main.tid && e.dur !== undefined)
}

/** Processor time where the trace has it: what else runs on the machine is no work of the page. */
const spent = (event) => event.tdur ?? event.dur
/** Where it has none, times are by the clock, waiting for software graphics included. */
const byClock = (events) => events.every((event) => event.tdur === undefined)

/** The longest event, in milliseconds. */
const longest = (events, time) => events.reduce((most, event) => Math.max(most, time(event)), 0) / 1000

/** Script events that are in no other script event, so that none counts twice. */
function outermost(events) {
  const script = new Set([
    'FunctionCall',
    'FireAnimationFrame',
    'EventDispatch',
    'EvaluateScript',
    'TimerFire',
    'MajorGC',
    'MinorGC',
    'V8.GCScavenger',
  ])
  const found = events.filter((e) => script.has(e.name)).sort((a, b) => a.ts - b.ts || b.dur - a.dur)
  let end = 0
  return found.filter((e) => {
    if (e.ts < end) return false
    end = e.ts + e.dur
    return true
  })
}

/** How long somebody pans and zooms, and waits for a layout, in milliseconds. Software draws large frames slowly. */
const [moving, waiting] = [8000, 100_000]

/** Pans for half of the time and zooms in and out for the rest. */
async function move(page) {
  const began = performance.now()
  const left = (part) => performance.now() - began < moving * part
  await page.mouse.move(720, 450)
  await page.mouse.down()
  for (let i = 0; i < 40 && left(0.5); i++) await page.mouse.move(720 + 4 * i, 450 + 2 * i)
  await page.mouse.up()
  for (let i = 0; i < 10 && left(1); i++) {
    await page.mouse.wheel(0, i % 4 < 2 ? -120 : 120)
    await page.waitForTimeout(60)
  }
}

/** Frames, and the script of each on the main thread, while somebody pans and zooms. */
async function moved(page, cdp) {
  const events = await traced(cdp, () => move(page))
  const frames = events.filter((e) => e.name === 'FireAnimationFrame').length
  const script = outermost(events).reduce((sum, e) => sum + spent(e), 0) / 1000
  return { frames, perFrame: script / Math.max(1, frames) }
}

/** What takes most of the main thread while `act` goes on, if a profile is asked for. */
async function profiled(cdp, name, act) {
  if (!process.env.ENTENTE_PROFILE) return act()
  await cdp.send('Profiler.enable')
  await cdp.send('Profiler.start')
  const answer = await act()
  const { profile } = await cdp.send('Profiler.stop')
  const own = new Map()
  const functions = new Map(
    profile.nodes.map(({ id, callFrame: { functionName, lineNumber } }) => [
      id,
      `${functionName || '(no name)'}${lineNumber > 0 ? `:${lineNumber}` : ''}`,
    ]),
  )
  profile.samples.forEach((id, i) => {
    const called = functions.get(id)
    own.set(called, (own.get(called) ?? 0) + profile.timeDeltas[i] / 1000)
  })
  const most = [...own].sort((a, b) => b[1] - a[1]).slice(0, 24)
  console.log(name, most.map(([called, ms]) => `${called} ${Math.round(ms)}`).join(', '))
  return answer
}

/** The tasks of the main thread that blocked it longest, by the clock, and what lay inside them. */
function tellLongest(events) {
  const longest = events.filter((e) => e.name.endsWith('RunTask')).sort((a, b) => b.dur - a.dur)
  for (const task of longest.slice(0, 3)) {
    const within = (e) => e !== task && e.ts >= task.ts && e.ts + e.dur <= task.ts + task.dur
    const inside = events.filter(within).sort((a, b) => b.dur - a.dur)
    const named = inside.slice(0, 6).map((e) => `${e.name} ${e.dur / 1000}`)
    console.log(`task of ${task.dur / 1000} ms, ${spent(task) / 1000} of them at work:`, named.join(', '))
  }
}

async function measured(browser, address, nodes) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(60_000)
  const problems = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  const cdp = await page.context().newCDPSession(page)
  await profiled(cdp, 'opening', async () => {
    await page.goto(`${address}/?nodes=${nodes}`)
    await page.waitForFunction(() => document.title === 'drawn')
  })
  const stages = await page.evaluate(() =>
    performance.getEntriesByType('measure').map(({ name, duration }) => [name, duration]),
  )
  const still = await profiled(cdp, 'moving', () => moved(page, cdp))
  const began = performance.now()
  let ended = true
  const laying = await profiled(cdp, 'laying out', () =>
    traced(cdp, async () => {
      await page.evaluate(() => void dispatchEvent(new Event('arrange')))
      await page
        .waitForFunction(() => document.title === 'arranged', null, { timeout: waiting })
        .catch(() => {
          ended = false
        })
    }),
  )
  const layingOut = performance.now() - began
  if (process.env.ENTENTE_PROFILE) tellLongest(laying)
  const arranged = await moved(page, cdp)
  if (process.env.ENTENTE_PICTURES)
    await page.screenshot({ path: join(process.env.ENTENTE_PICTURES, `measure-${nodes}.png`) })
  await page.close()
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return {
    nodes,
    links: 3 * nodes,
    firstPictureMs: Object.fromEntries(stages)['first picture'],
    stages: Object.fromEntries(stages),
    frames: still.frames + arranged.frames,
    scriptPerFrameMs: Math.max(still.perFrame, arranged.perFrame),
    longestTaskLayingOutMs: longest(laying, spent),
    longestBlockLayingOutMs: longest(laying, (event) => event.dur),
    layingOutMs: layingOut,
    layoutEnded: ended,
    byClock: byClock(laying),
  }
}

const folder = await built()
const server = await serve(folder)
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
})
try {
  const address = `http://127.0.0.1:${server.address().port}`
  for (const nodes of sizes) {
    const row = await measured(browser, address, nodes)
    console.log(
      JSON.stringify(row, (_, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value)),
    )
    const kept =
      row.scriptPerFrameMs <= perFrame &&
      row.firstPictureMs <= firstPicture &&
      row.longestBlockLayingOutMs <= block
    if (!kept || !row.layoutEnded) process.exitCode = 1
  }
} finally {
  await browser.close()
  server.close()
  await rm(folder, { recursive: true })
}

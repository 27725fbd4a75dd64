// Measures the canvas in Chromium from a browser trace: time to the first
// picture, main-thread script per frame while panning and zooming, and the
// longest main-thread task while laying out. `npm run measure [-- 1000 50000]`.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { built, launched, opened, serve, told } from './browser.mjs'
import { move } from './move.mjs'
import { byClock, framesOf, longest, profiled, spent, tellLongest, traced } from './trace.mjs'

const sizes = process.argv.slice(2).map(Number)
if (sizes.length === 0) sizes.push(1000, 10_000, 50_000)
/** The most at any size, in milliseconds: main-thread script for a frame while moving, first picture, block while laying out. */
const [perFrame, firstPicture, block] = [8, 1500, 200]
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'"
const config = {
  root: fileURLToPath(new URL('.', import.meta.url)),
  configFile: false,
  build: { emptyOutDir: true, assetsInlineLimit: 0, target: 'es2023', modulePreload: false },
  worker: { format: 'es' },
}

/** How long somebody looks first, and waits for a layout, in milliseconds. Software draws large frames slowly. */
const [settling, waiting] = [1500, 100_000]

const moved = (page, cdp) => framesOf(cdp, () => move(page, { x: 720, y: 450 }))

async function measured(browser, address, nodes) {
  const { page, cdp, problems } = await opened(browser)
  await profiled(cdp, 'opening', async () => {
    await page.goto(`${address}/?nodes=${nodes}`)
    await page.waitForFunction(() => document.title === 'drawn')
  })
  const stages = await page.evaluate(() =>
    performance.getEntriesByType('measure').map(({ name, duration }) => [name, duration]),
  )
  await page.waitForTimeout(settling)
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
    wholePictureMs: Object.fromEntries(stages)['whole picture'],
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

const folder = await built(config)
const server = await serve(folder, policy)
const browser = await launched()
try {
  const address = `http://127.0.0.1:${server.address().port}`
  for (const nodes of sizes) {
    const row = await measured(browser, address, nodes)
    console.log(told(row))
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

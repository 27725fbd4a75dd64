// Measures the whole canvas page, as it ships, in Chromium from a browser trace,
// with an invented hub: script per frame while somebody pans and zooms or has
// something played, and the longest block of the main thread at each thing that
// is done. `npm run measure:page [-- 1000 10000]`.
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import { policy } from '../scripts/served.mjs'
import { built, launched, opened, serve, told } from './browser.mjs'
import { move } from './move.mjs'
import { framesOf, longest, profiled, spent, tellLongest, traced } from './trace.mjs'

const sizes = process.argv.slice(2).map(Number)
if (sizes.length === 0) sizes.push(1000, 10_000, 50_000)
/** What is measured, if not all: ENTENTE_PARTS=moving,playing. */
const wanted = process.env.ENTENTE_PARTS?.split(',')
const root = fileURLToPath(new URL('..', import.meta.url))
const config = { root, configFile: `${root}vite.config.ts` }
const waiting = 180_000

/** What somebody does on the page. */
class Visit {
  row = {}

  constructor(page, cdp) {
    this.page = page
    this.cdp = cdp
    this.layouts = 0
    page.on('worker', (worker) => {
      this.layouts++
      worker.on('close', () => this.layouts--)
    })
  }

  tool(name) {
    return this.page.getByRole('toolbar').getByRole('button', { name, exact: true })
  }

  get panel() {
    return this.page.getByRole('region', { name: 'Map and time' })
  }

  /** The longest block of the main thread, while `act` goes on and until what follows it has rested. */
  async block(name, act, rest = 2500) {
    const events = await profiled(this.cdp, name, () =>
      traced(this.cdp, async () => {
        await act()
        await this.page.waitForTimeout(rest)
      }),
    )
    if (process.env.ENTENTE_PROFILE) tellLongest(events)
    this.blocks(name, events)
  }

  /** By the clock, and as processor time. */
  blocks(name, events) {
    this.row[`${name} block`] = longest(events, (event) => event.dur)
    this.row[`${name} at work`] = longest(events, spent)
  }

  /** The script of a frame, and the longest block, while `act` goes on. */
  async frames(name, act) {
    const { frames, perFrame, events } = await profiled(this.cdp, name, () => framesOf(this.cdp, act))
    if (process.env.ENTENTE_PROFILE) tellLongest(events)
    Object.assign(this.row, { [`${name} frames`]: frames, [`${name} script`]: perFrame })
    this.blocks(name, events)
  }

  async rested() {
    const began = performance.now()
    await this.page.waitForTimeout(1000)
    while (this.layouts > 0 && performance.now() - began < waiting) await this.page.waitForTimeout(200)
    await this.page.waitForTimeout(2000)
  }

  async open(address, operations) {
    const began = performance.now()
    await this.block(
      'opening',
      async () => {
        await this.page.goto(`${address}/canvas#${operations.map((id) => `operation=${id}`).join('&')}`)
        await this.page.getByRole('grid').getByRole('row').nth(1).waitFor()
        this.row['opened ms'] = performance.now() - began
        await this.rested()
      },
      0,
    )
  }

  async middle() {
    const box = await this.page.getByRole('application').boundingBox()
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  async moving(name = 'moving') {
    const middle = await this.middle()
    await this.frames(name, () => move(this.page, middle))
  }

  async arranging() {
    const arrange = this.tool('Arrange again')
    if (!(await arrange.isVisible().catch(() => false))) await this.tool('More').click()
    await this.page.waitForTimeout(500)
    await this.block('arranging', async () => {
      await arrange.click()
      await this.rested()
    })
  }

  async acting() {
    const row = (n) => this.page.getByRole('grid').getByRole('row').nth(n)
    await this.block('selecting', () => row(3).click())
    await this.block('selecting another', () => row(5).click())
    const filter = this.page.getByLabel('Find on the canvas')
    await this.block('typing', () => filter.pressSequentially('Invented 12', { delay: 150 }))
    await this.block('typing no more', () => filter.fill(''))
    await row(4).click()
    await this.page.waitForTimeout(2000)
    await this.block('removing', () => this.page.keyboard.press('Delete'))
    await this.block('undoing', () => this.tool('Undo').click())
  }

  async map() {
    const began = performance.now()
    await this.block('map opening', async () => {
      await this.tool('Map and time').click()
      const status = this.panel.getByRole('status')
      await status.getByText('dated things').waitFor()
      while (/still asked/.test(await status.textContent())) await this.page.waitForTimeout(100)
      this.row['map opened ms'] = performance.now() - began
    })
  }

  async brushing() {
    const lanes = this.panel.getByRole('img').first()
    const box = await lanes.boundingBox()
    const drag = async (from, to) => {
      await this.page.mouse.move(box.x + from * box.width, box.y + box.height / 2)
      await this.page.mouse.down()
      for (let i = 0; i <= 30; i++)
        await this.page.mouse.move(
          box.x + (from + ((to - from) * i) / 30) * box.width,
          box.y + box.height / 2,
        )
      await this.page.mouse.up()
    }
    await this.frames('brushing', async () => {
      await drag(0.2, 0.4)
      await this.page.waitForTimeout(1500)
    })
    await this.block('zooming in time', () => this.panel.getByRole('button', { name: 'Zoom to it' }).click())
    await this.block('all of time', () => this.panel.getByRole('button', { name: 'All time' }).click())
  }

  async play(name, kind) {
    await this.panel.getByRole('button', { name: kind, exact: true }).click()
    await this.page.waitForTimeout(500)
    for (const [speed, far] of [
      ['1', 0],
      ['32', 0],
      ['32', 0.9],
    ]) {
      const player = this.panel.getByRole('group').filter({ has: this.page.getByLabel('Speed') })
      await player.getByLabel('Speed').selectOption(speed)
      await player.getByRole('button', { name: 'Play' }).click()
      const slider = this.panel.getByRole('slider')
      if (far && (await slider.count()) > 0) {
        await slider.evaluate((input, part) => {
          const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
          set.call(input, String(Math.round(part * Number(input.max))))
          input.dispatchEvent(new Event('input', { bubbles: true }))
        }, far)
        await player.getByRole('button', { name: 'Play' }).click()
      }
      await this.frames(`${name} ×${speed}${far ? ' late' : ''}`, () => this.page.waitForTimeout(4000))
      await player.getByRole('button', { name: 'Pause' }).click()
      await player.getByRole('button', { name: 'Close' }).click()
      await this.page.waitForTimeout(1500)
    }
  }
}

async function measured(browser, size) {
  const { module } = await runnerImport(`${root}measure/hub.ts`, { configFile: false })
  const { answer, operations } = module.hubOf(size)
  const server = await serve(folder, policy, answer)
  const { page, cdp, problems } = await opened(browser)
  const visit = new Visit(page, cdp)
  const parts = {
    moving: () => visit.moving(),
    arranging: () => visit.arranging(),
    acting: () => visit.acting(),
    map: () => visit.map(),
    brushing: () => visit.brushing(),
    payments: () => visit.play('payments', 'Payments'),
    journeys: () => visit.play('journeys', 'Journeys'),
    'moving with the map': () => visit.moving('moving with the map'),
  }
  try {
    await visit.open(`http://127.0.0.1:${server.address().port}`, operations)
    for (const [name, act] of Object.entries(parts)) if (!wanted || wanted.includes(name)) await act()
  } catch (thrown) {
    if (process.env.ENTENTE_PICTURES)
      await page.screenshot({ path: `${process.env.ENTENTE_PICTURES}/page.png` })
    console.log(told(visit.row), problems)
    throw thrown
  } finally {
    await page.close()
    server.close()
    server.closeAllConnections()
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return { nodes: size, links: 3 * size, ...visit.row }
}

const folder = await built(config)
const browser = await launched()
try {
  for (const size of sizes) console.log(told(await measured(browser, size)))
} finally {
  await browser.close()
  await rm(folder, { recursive: true })
}

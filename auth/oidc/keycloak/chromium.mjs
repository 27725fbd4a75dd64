// A browser that does as it is told: one JSON command a line from standard input,
// one JSON answer a line. Debian's Chromium, driven by the web UI's Playwright.
import { createInterface } from 'node:readline'
import { chromium } from '../../../web/node_modules/@playwright/test/index.mjs'

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()

const does = {
  open: ({ address }) => page.goto(address),
  fill: ({ field, value }) => page.fill(field, value),
  click: ({ field }) => Promise.all([page.waitForNavigation(), page.click(field)]),
  look: () => undefined,
}

console.log('ready')
for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line)
  let fault = ''
  try {
    await does[command.does](command)
  } catch (error) {
    fault = String(error)
  }
  console.log(JSON.stringify({ fault, address: page.url(), text: await page.innerText('body'), html: await page.content() }))
}
await browser.close()

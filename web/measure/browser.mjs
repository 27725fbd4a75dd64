// Builds, serves and opens what is measured.
import { mkdtemp, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { types } from '../scripts/served.mjs'

/** Builds what vite's configuration says into a folder of its own; the caller removes it. */
export async function built(config) {
  const folder = await mkdtemp(join(tmpdir(), 'entente-measure-'))
  // A profile names functions as they are written.
  const minify = !process.env.ENTENTE_PROFILE
  await build({ ...config, logLevel: 'warn', build: { ...config.build, outDir: folder, minify } })
  return folder
}

/** Serves a folder on loopback, with the policy. `answer` says what is asked of the hub; every address without a name of a file is the page. */
export function serve(folder, policy, answer) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://measure')
    if (pathname === '/graphql' && answer) {
      const said = JSON.stringify(answer(await bodyOf(request)))
      return response.writeHead(200, { 'content-type': 'application/json' }).end(said)
    }
    const file = extname(pathname) === '' ? '/index.html' : pathname
    const content = await readFile(join(folder, file)).catch(() => null)
    if (!content) return response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end()
    response.writeHead(200, { 'content-type': types[extname(file)], 'content-security-policy': policy })
    response.end(content)
  })
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)))
}

async function bodyOf(request) {
  let body = ''
  for await (const part of request) body += part
  return JSON.parse(body)
}

/** Chromium with WebGL in software. */
export function launched() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  })
}

/** A page, a session with its browser, and what goes wrong on it. */
export async function opened(browser) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(60_000)
  const problems = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  const cdp = await page.context().newCDPSession(page)
  return { page, cdp, problems }
}

/** A row of what was measured, to a tenth. */
export function told(row) {
  return JSON.stringify(row, (_, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value))
}

// Lighthouse's accessibility score of every page that an officer has, against the hub
// at ENTENTE_URL: `tools/lighthouse.sh` starts one. It ends with 1 where a page has
// less than 100, and names what it lacks.
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import lighthouse from 'lighthouse'
import { runnerImport } from 'vite'

// The browser is driven by the workspace's own Playwright.
const { chromium } = createRequire(new URL('../package.json', import.meta.url))('@playwright/test')

const hub = process.env.ENTENTE_URL ?? 'http://127.0.0.1:8080'
const port = 9333

// Officers, and how one signs in, are those of the journeys.
const { module: journeys } = await runnerImport(fileURLToPath(new URL('../e2e/login.ts', import.meta.url)), {
  configFile: false,
  root: fileURLToPath(new URL('..', import.meta.url)),
  logLevel: 'error',
})
const { logIn, ukSupervisor, teamAdministrator, systemAdministrator } = journeys

/** Every place that the navigation and the account menu offer the officer. */
async function offered(page) {
  const navigation = page.getByRole('navigation', { name: 'Main' })
  const paths = new Set()
  const gather = async () => {
    for (const link of await navigation.getByRole('link').all()) paths.add(await link.getAttribute('href'))
  }
  await gather()
  for (const group of await navigation.getByRole('button').all()) {
    await group.click()
    await gather()
    await page.keyboard.press('Escape')
  }
  const account = page.getByRole('region', { name: 'Your account' })
  for (const link of await account.locator('a').all()) paths.add(await link.getAttribute('href'))
  return [...paths]
}

/** The addresses of an operation, a record and a graph, as one comes to them by links. */
async function followed(page) {
  await page.goto(`${hub}/operations`)
  const operation = await page.locator('main table a').first().getAttribute('href')
  await page.goto(hub + operation)
  const record = await page.locator('a[href^="/records/"]').first().getAttribute('href')
  const graph = await page.getByRole('link', { name: 'Open the graph' }).getAttribute('href')
  return [operation, record, graph]
}

/** The score, 0 to 100, and what is lacking. A tab that the browser closes too early is opened again, once. */
const scored = (path) => score(path).catch(() => score(path))

async function score(path) {
  const settings = {
    extends: 'lighthouse:default',
    settings: {
      onlyCategories: ['accessibility'],
      disableStorageReset: true,
      formFactor: 'desktop',
      screenEmulation: { disabled: true },
      throttlingMethod: 'provided',
    },
  }
  const { lhr } = await lighthouse(hub + path, { port, output: 'json', logLevel: 'error' }, settings)
  if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`)
  if (new URL(lhr.finalDisplayedUrl).pathname !== new URL(hub + path).pathname)
    throw new Error(`${path} led to ${lhr.finalDisplayedUrl}`)
  const lacking = Object.values(lhr.audits)
    .filter((a) => a.score !== null && a.score < 1)
    .map((a) => [a.id, ...(a.details?.items ?? []).slice(0, 3).map((item) => item.node?.selector)].join(' '))
  return { points: Math.round(lhr.categories.accessibility.score * 100), lacking }
}

async function of(officer, paths) {
  const profile = await mkdtemp(join(tmpdir(), 'entente-lighthouse-'))
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      `--remote-debugging-port=${port}`,
    ],
    baseURL: hub,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  })
  let short = 0
  try {
    const page = await browser.newPage()
    if (officer) await logIn(page, officer)
    for (const path of await paths(page)) {
      const { points, lacking } = await scored(path)
      if (points < 100) short += 1
      console.log([String(points).padStart(4), path, ...lacking].join('  '))
    }
  } finally {
    await browser.close()
    await rm(profile, { recursive: true, force: true })
  }
  return short
}

let short = await of(null, () => ['/login'])
short += await of(ukSupervisor, async (page) => [...(await offered(page)), ...(await followed(page))])
short += await of(teamAdministrator, offered)
short += await of(systemAdministrator, offered)
process.exitCode = short === 0 ? 0 : 1

import { expect, type Page, type Response } from '@playwright/test'
import { firstResponder, systemAdministrator, ukAuditor, ukSupervisor } from './login'
import { test } from './session'

/** Wraps each text of a language file in brackets that no page writes by itself. */
function marked(value: unknown, name = ''): unknown {
  // The keys of the canvas are one text that the page cuts at its dots.
  if (typeof value === 'string')
    return value
      .split(' · ')
      .map((part) => `⟦${part}⟧`)
      .join(' · ')
  if (Array.isArray(value)) return value.map((one) => marked(one))
  if (typeof value !== 'object' || value === null || name === 'signIn') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, marked(one, key)]))
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** What the page shows or reads out, text by text. */
function shown(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = [document.title]
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (nodes.nextNode()) {
      const within = nodes.currentNode.parentElement
      if (within && !within.closest('script, style, noscript, code, textarea'))
        texts.push(nodes.currentNode.nodeValue ?? '')
    }
    for (const name of [
      'aria-label',
      'aria-roledescription',
      'aria-valuetext',
      'title',
      'placeholder',
      'alt',
    ])
      for (const element of document.body.querySelectorAll(`[${name}]`))
        texts.push(element.getAttribute(name) ?? '')
    return texts
  })
}

/** Names of languages, countries and months, which the browser has in the reader's language, and of the product. */
function fromTheBrowser(): string[] {
  const month = new Intl.DateTimeFormat('ro', { month: 'short' })
  const regions = new Intl.DisplayNames(['ro'], { type: 'region' })
  return [
    ...Array.from({ length: 12 }, (_, m) => month.format(new Date(2020, m, 1))),
    ...['GB', 'RO', 'HU', 'AT', 'BG', 'DE', 'FR'].map((code) => regions.of(code) ?? ''),
    'English',
    'Română',
    'Entente',
  ]
}

/** What remains of a text once all that comes from the language file and from the hub is taken out. */
function rest(text: string, known: readonly string[]): string {
  let left = text
  for (let before = ''; before !== left; ) {
    before = left
    left = left.replace(/⟦[^⟦⟧]*⟧/g, ' ')
  }
  for (const one of known) left = left.replaceAll(one, ' ')
  return left
}

/** Looks at pages whose language file is marked: what comes from there is in brackets. */
async function marking(page: Page) {
  const data = new Set(fromTheBrowser())
  const readings: Promise<void>[] = []
  const read = async (response: Response) => {
    for (const one of stringsIn(await response.json())) data.add(one)
  }
  page.on('response', (response) => {
    const json = response.headers()['content-type']?.includes('json')
    // What is asked by a page that is left is not answered to the end.
    if (json && response.url().endsWith('/graphql')) readings.push(read(response).catch(() => {}))
  })
  await page.route('**/assets/ro-*.json', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: marked(await response.json()) })
  })
  await page.evaluate(() => localStorage.setItem('entente.language', 'ro'))
  return async (where: string) => {
    await expect(page.locator('html')).toHaveAttribute('lang', 'ro')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText('⟦Se încarcă…⟧')).toHaveCount(0)
    await page.screenshot({ path: `test-results/marked/${where.replaceAll('/', '-')}.png` })
    await Promise.all(readings)
    const known = [...data].filter((one) => one.length > 1).sort((a, b) => b.length - a.length)
    const texts = [...new Set(await shown(page))]
    expect
      .soft(
        texts.filter((text) => /\p{L}{2}/u.test(rest(text, known))),
        where,
      )
      .toEqual([])
  }
}

for (const [whose, officer, paths] of [
  [
    'a supervisor',
    ukSupervisor,
    [
      ...[
        '/operations',
        '/search',
        '/day',
        '/sharing',
        '/view-as',
        '/ask-partners',
        '/releases',
        '/joint-plans',
        '/disruption',
      ],
      ...['/money', '/connect', '/key-players', '/change', '/teams', '/retention', '/audit', '/enter'],
      ...['/enter/link', '/enter/role', '/import', '/sessions', '/explore', '/nowhere'],
    ],
  ],
  ['an auditor', ukAuditor, ['/audit']],
  ['a system administrator', systemAdministrator, ['/issuers']],
  ['a first responder', firstResponder, ['/operations']],
] as const) {
  test(`whatever a page of ${whose} says comes from the language file or from the hub`, async ({
    page,
    enter,
  }) => {
    await enter(page, officer)
    const look = await marking(page)
    for (const path of paths) {
      await page.goto(path)
      await look(path)
    }
  })
}

test('whatever an operation, a record, the canvas and the dialogs say comes from there too', async ({
  page,
  enter,
}) => {
  await enter(page, ukSupervisor)
  const look = await marking(page)
  await page.goto('/operations')
  await page.getByRole('main').getByRole('table').getByRole('link').first().click()
  const person = page.locator('main a[href^="/records/"]').first()
  await expect(person).toBeVisible()
  await look('operation')
  const graph = await page.locator('a[href^="/canvas#operation="]').getAttribute('href')
  await person.click()
  await expect(page.getByRole('article').first()).toBeVisible()
  await look('record')
  await page.goto(graph ?? '')
  await page.getByRole('grid').locator('tbody tr').nth(5).click()
  await look('canvas')
  for (const [at, tab] of (await page.getByRole('tab').all()).entries()) {
    await tab.click()
    await look(`canvas-${at}`)
  }
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('commands')
  await page.mouse.click(5, 5)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('keys')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

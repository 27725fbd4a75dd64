import { expect } from '@playwright/test'
import { openGraph, pictures, ukAnalyst, watchOutside } from './login'
import { violations } from './pages'
import { test } from './session'

test('from a search to the canvas: expand, path, communities', async ({ page, baseURL, enter }) => {
  await enter(page, ukAnalyst)
  const outside = watchOutside(page, new URL(baseURL ?? '').origin)

  await page.getByRole('link', { name: 'Operations' }).click()
  await page.getByRole('main').getByRole('table').getByRole('link').first().click()
  await page.getByLabel('Role', { exact: true }).selectOption('SUSPECT')
  const name = await page.locator('a[href^="/records/"]').first().innerText()

  await page.getByRole('link', { name: 'Search' }).click()
  await page.getByRole('searchbox').fill(name)
  await page.getByRole('button', { name: 'Search' }).click()
  await page
    .getByRole('link', { name: `Put ${name} on canvas` })
    .first()
    .click()

  const rows = page.getByRole('grid').locator('tbody tr')
  await expect(rows).toHaveCount(1)
  await page.getByRole('button', { name: /Bring in up to/ }).click()
  await expect.poll(() => rows.count()).toBeGreaterThan(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows).toHaveCount(1)
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect.poll(() => rows.count()).toBeGreaterThan(2)

  await rows.first().click()
  await page.getByRole('button', { name: 'Path from here' }).click()
  await rows.last().click()
  await page.getByRole('button', { name: 'Path to here' }).click()
  await page.getByRole('button', { name: 'Find path' }).click()
  await expect(page.getByRole('region', { name: 'Steps' })).toContainText(/\d hops?/)
  await expect(page.getByTestId('announcer')).toContainText(/Path of \d/)

  await page.getByRole('combobox', { name: /^Which/ }).selectOption('K_SHORTEST')
  await page.getByRole('button', { name: 'Find path' }).click()
  const others = page.getByRole('group', { name: /^\d paths$/ }).getByRole('radio')
  await expect(others.first()).toBeChecked()
  await others.last().check()
  await expect(page.getByRole('region', { name: 'Steps' })).toContainText('weakest')

  await rows.first().click({ modifiers: ['Control'] })
  await rows.last().click({ modifiers: ['Control'] })
  await page.getByRole('button', { name: 'Connect these' }).click()
  await expect(page.getByRole('region', { name: 'What joins them' })).toContainText(/\d ties?/)
  await expect(page.getByTestId('announcer')).toContainText(/^Joined by \d/)
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: `${pictures}/canvas-connect.png` })
  await page.getByRole('combobox', { name: /^Which/ }).selectOption('FEWEST_HOPS')
  await page.getByLabel(/^Through things of/).selectOption('ONLY')
  await page.getByLabel('Person', { exact: true }).check()
  await page.getByRole('button', { name: 'Find path' }).click()
  await expect(
    page.getByRole('region', { name: 'Steps' }).or(page.getByText('No path that you can see.')),
  ).toBeVisible()

  await page.getByRole('tab', { name: 'Communities' }).click()
  await page.getByRole('button', { name: 'Find communities' }).click()
  await expect(page.getByText(/Modularity/)).toBeVisible()
  expect(outside).toEqual([])
})

test('a link to a view opens the same things', async ({ page, enter }) => {
  await enter(page, ukAnalyst)
  await openGraph(page)
  const rows = page.getByRole('grid').locator('tbody tr')
  await rows.nth(3).click()
  const label = await rows.nth(3).innerText()
  await expect(page).toHaveURL(/selected=/)
  await page.reload()
  await expect(page.locator('tr[aria-selected=true]')).toHaveText(label.replace(/\s+/g, ' '), {
    useInnerText: true,
  })

  // What is selected is taken off with its ties, and comes back.
  const chosen = page.locator('tr[aria-selected=true]')
  await chosen.click()
  await page.keyboard.press('Delete')
  await expect(chosen).toHaveCount(0)
  await page.getByRole('toolbar').getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(rows.filter({ hasText: label.split(/\s+/).slice(0, 2).join(' ') }).first()).toBeVisible()
})

test('the keyboard walks the neighbours and hears where it is', async ({ page, enter }) => {
  await enter(page, ukAnalyst)
  await openGraph(page)
  await page.getByRole('grid').locator('tbody tr').first().click()
  await page.getByRole('application').focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByTestId('announcer')).toContainText(/Neighbour 1 of \d+/)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('announcer')).not.toContainText(/Neighbour/)

  // Letters act as capitals too, until single characters are turned off.
  await page.getByRole('tab', { name: 'Path' }).click()
  const open = page.getByRole('tabpanel').locator('dd em')
  await expect(open).toHaveCount(2)
  const list = page.getByRole('button', { name: 'Keyboard shortcuts (?)' })
  await expect(list).toHaveAttribute('aria-keyshortcuts', '?')
  await page.keyboard.press('?')
  const letters = page.getByRole('checkbox', { name: 'Shortcuts of a single character' })
  await letters.uncheck()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(list).not.toHaveAttribute('aria-keyshortcuts')
  await page.keyboard.press('?')
  await page.keyboard.press('Shift+S')
  await expect(open).toHaveCount(2)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('searchbox').fill('single')
  await page.keyboard.press('Enter')
  await expect(letters).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Shift+S')
  await expect(open).toHaveCount(1)
})

import { expect } from '@playwright/test'
import { ukAnalyst, watchOutside } from './login'
import { test } from './session'

test('an officer tries a question and looks a field up in the schema', async ({ page, baseURL, enter }) => {
  await enter(page, ukAnalyst)
  const outside = watchOutside(page, String(baseURL)) // the login itself leads to the agency's provider
  await page.goto('/explore')
  await page
    .getByLabel('Document (GraphQL)')
    .fill('query($first: Int!) { records(first: $first) { totalCount nodes { id } } }')
  await page.getByLabel('Variables (JSON)').fill('{"first": 3}')
  await page.getByLabel('Variables (JSON)').press('Control+Enter')
  await expect(page.getByLabel('Answer')).toHaveValue(/"totalCount": \d+/)
  await page.getByLabel('Find a type or field').fill('shortestPath')
  await page.getByText('Query', { exact: true }).click()
  await expect(page.getByText(/^shortestPath\(from: ID!, to: ID!/)).toBeVisible()
  expect(outside).toEqual([])
})

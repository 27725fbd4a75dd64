import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { groups } from './places'

const docs = new URL('../../../docs/', import.meta.url)
const page = readFileSync(new URL('pages.md', docs), 'utf8')

test('every place of the navigation has its pictures in docs/pages.md', () => {
  for (const { path } of groups.flatMap(({ places }) => places))
    for (const theme of ['light', 'dark'])
      expect(page).toContain(`(images/${path.slice(1).replace('/', '-')}-${theme}.png)`)
})

test('every picture that docs/pages.md shows is there', () => {
  const shown = [...page.matchAll(/\((images\/[^)]+)\)/g)].map(([, file]) => file ?? '')
  expect(shown.filter((file) => !existsSync(new URL(file, docs)))).toEqual([])
})

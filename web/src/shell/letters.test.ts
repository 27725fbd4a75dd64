import { afterEach, expect, test, vi } from 'vitest'
import { acting } from './keyList'

const shelf = new Map<string, string>()

/** The module as a page finds it that is opened now. */
async function opened() {
  vi.resetModules()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => shelf.get(name) ?? null,
    setItem: (name: string, value: string) => shelf.set(name, value),
  })
  return import('./letters')
}
afterEach(() => {
  shelf.clear()
  vi.unstubAllGlobals()
})

test('single characters act until they are turned off, and a browser keeps that', async () => {
  const first = await opened()
  const told = vi.fn()
  const end = first.onLetters(told)
  expect(first.lettersAct()).toBe(true)
  first.letLettersAct(false)
  expect([first.lettersAct(), told.mock.calls.length]).toEqual([false, 1])
  expect((await opened()).lettersAct()).toBe(false)
  end()
  first.letLettersAct(true)
  expect(told).toHaveBeenCalledTimes(1)
  expect((await opened()).lettersAct()).toBe(true)
})

test('what is turned off is not listed', () => {
  const all = [
    ['?', 'this list'],
    ['+ −', 'zoom'],
    ['Ctrl Z', 'undo'],
    ['Del', 'remove'],
  ] as [string, string][]
  expect(acting(all, true)).toEqual(all)
  expect(acting(all, false).map(([keys]) => keys)).toEqual(['Ctrl Z', 'Del'])
})

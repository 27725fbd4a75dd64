import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { coded, hideNames, hidesNames, onPrivacy, veiled } from './privacy'

const kept = new Map<string, string>()

beforeEach(() => {
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  })
})
afterEach(() => {
  kept.clear()
  vi.unstubAllGlobals()
})

const answer = () => ({
  node: {
    id: 'r1',
    kind: 'BANK_ACCOUNT',
    label: 'Invented',
    source: 'a report',
    details: { name: 'Invented' },
  },
  paths: [
    { id: 'r1', label: 'Invented' },
    { id: 'r2', label: 'Invented' },
  ],
})

test('labels become codes, one for each thing, and what a form hands back stays', () => {
  hideNames(true)
  const { node, paths } = coded(answer())
  expect(node.label).toMatch(/^BA-[0-9A-Z]{4}$/)
  expect(paths[0]?.label.slice(-4)).toBe(node.label.slice(-4))
  expect(paths[1]?.label).not.toBe(paths[0]?.label)
  expect(node.source).toBe('a report')
  expect(node.details.name).toBe('Invented')
})

test('it is kept for the session, told, and has other codes the next time', () => {
  const told = vi.fn()
  const stop = onPrivacy(told)
  hideNames(true)
  const before = coded(answer()).node.label
  expect(hidesNames()).toBe(true)
  expect(veiled('a report')).not.toBe('a report')
  hideNames(false)
  expect(veiled('a report')).toBe('a report')
  hideNames(true)
  expect(coded(answer()).node.label).not.toBe(before)
  expect(told).toHaveBeenCalledTimes(3)
  stop()
})

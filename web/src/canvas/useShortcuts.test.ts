import { afterEach, expect, test } from 'vitest'
import { letLettersAct } from '../shell/letters'
import { toolFor } from './useShortcuts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const press = (key: string, held: Partial<typeof none> = {}, inside = false) =>
  toolFor({ key, ...none, ...held }, inside)

afterEach(() => letLettersAct(true))

test('letters do the same with Caps Lock on', () => {
  for (const [low, high] of ['fF', 'sS', 'eE']) expect(press(high ?? '')).toBe(press(low ?? ''))
  expect([press('F'), press('Z', { ctrlKey: true }), press('Y', { metaKey: true })]).toEqual([
    'fit',
    'undo',
    'redo',
  ])
})

test('Ctrl with Shift and Z does again what was undone', () => {
  expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('redo')
})

test('where single characters are turned off they do nothing, wherever the focus is', () => {
  letLettersAct(false)
  for (const key of ['f', 'F', 's', 'e', '+', '-'])
    expect([press(key), press(key, {}, true)]).toEqual([null, null])
})

test('then what has a modifier still acts, and Del where the focus is', () => {
  expect(press('Delete')).toBe('remove')
  letLettersAct(false)
  expect([press('z', { ctrlKey: true }), press('Delete'), press('Delete', {}, true)]).toEqual([
    'undo',
    null,
    'remove',
  ])
})

test('a key with Alt is not one of these', () => {
  expect(press('f', { altKey: true })).toBe(null)
})

import { expect, test } from 'vitest'
import { changes } from './changes'

const told = (inForce: string | null, draft: string) =>
  changes(inForce, draft).map(({ is, text }) => `${{ kept: ' ', added: '+', removed: '-' }[is]}${text}`)

test('of a first draft every line is added', () => {
  expect(told(null, 'a\nb\n')).toEqual(['+a', '+b'])
})

test('a line that was changed is removed and added at its place', () => {
  expect(told('a\nroles: {x: ANALYST}\nc\n', 'a\nroles: {x: SUPERVISOR}\nc\n')).toEqual([
    ' a',
    '-roles: {x: ANALYST}',
    '+roles: {x: SUPERVISOR}',
    ' c',
  ])
})

test('lines that are gone and lines that are new stand where they belong', () => {
  expect(told('a\nb\nc', 'b\nc\nd')).toEqual(['-a', ' b', ' c', '+d'])
})

test('the same text changes nothing', () => {
  expect(told('a\nb\n', 'a\nb')).toEqual([' a', ' b'])
})

import { expect, test } from 'vitest'
import { auditAddress, officersOf, parametersOf, questionOf } from './question'

test('an address holds a question and gives it back', () => {
  const asked = { about: 'officer', id: 'o1', from: '2026-01-02', until: '' } as const
  expect(questionOf(new URLSearchParams(parametersOf(asked)))).toEqual(asked)
  expect(parametersOf(asked)).toEqual({ officer: 'o1', from: '2026-01-02' })
  expect(questionOf(new URLSearchParams(auditAddress('element', 'r 1').split('?')[1]))).toEqual({
    about: 'element',
    id: 'r 1',
    from: '',
    until: '',
  })
  expect(questionOf(new URLSearchParams('officer=&from=2026-01-02'))).toBeNull()
})

test('only officers of the own organisation are offered, each once, the caller too', () => {
  const member = (officerId: string, name: string, organisation: string) => ({
    officerId,
    name,
    organisation: { id: organisation },
  })
  const teams = [
    { members: [member('b', 'Bo Example', 'uk'), member('x', 'Xena Example', 'ro')] },
    { members: [member('b', 'Bo Example', 'uk'), member('a', 'Al Example', 'uk')] },
  ]
  expect(officersOf({ id: 'me', name: 'Cy Example' }, 'uk', teams)).toEqual([
    { id: 'a', name: 'Al Example' },
    { id: 'b', name: 'Bo Example' },
    { id: 'me', name: 'Cy Example' },
  ])
})

import { expect, test } from 'vitest'
import { IdTable, numberOf } from './idTable'

/** Two texts that have the same number. */
function twins(): [string, string] {
  const seen = new Map<number, string>()
  for (let i = 0; ; i++) {
    const text = `id ${i}`
    const other = seen.get(numberOf(text))
    if (other !== undefined) return [other, text]
    seen.set(numberOf(text), text)
  }
}

test('what is set is found, in the order in which it was set first', () => {
  const table = new IdTable([
    ['b', 1],
    ['a', 2],
  ])
  table.set('b', 3).set('c', 4)
  expect([...table]).toEqual([
    ['b', 3],
    ['a', 2],
    ['c', 4],
  ])
  expect([...table.keys(), ...table.values(), table.size]).toEqual(['b', 'a', 'c', 3, 2, 4, 3])
  expect([table.get('a'), table.get('d'), table.has('c'), table.has('d')]).toEqual([
    2,
    undefined,
    true,
    false,
  ])
})

test('ids that have the same number are not taken for each other', () => {
  const [one, other] = twins()
  const table = new IdTable([[one, 1]])
  expect([table.get(other), table.has(other)]).toEqual([undefined, false])
  table.set(other, 2).set(one, 3)
  expect([table.get(one), table.get(other), table.size]).toEqual([3, 2, 2])
  const copy = new IdTable(table)
  table.set(other, 4)
  expect([...table.values(), ...copy.values()]).toEqual([3, 4, 3, 2])
  expect(copy.get(other)).toBe(2)
})

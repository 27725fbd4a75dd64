import { expect, test } from 'vitest'
import { judgedInput, planInput, startingNetwork } from './network'

test('a network without an operation is all in sight', () => {
  expect(planInput(startingNetwork('')).scope).toBeNull()
  expect(planInput(startingNetwork('o1')).scope).toEqual({ operation: 'o1' })
})

test('no chosen kind of target is any kind', () => {
  expect(planInput({ ...startingNetwork(''), kinds: [] }).targetKinds).toBeNull()
})

test('the own plan is judged in the same network, without what must be in it', () => {
  const network = { ...startingNetwork('o1'), must: ['r1'], exclude: ['r2'], effort: 1 }
  const judged = judgedInput(network)
  expect([judged.must, judged.exclude, judged.effort]).toEqual([null, ['r2'], 0.02])
})

import { expect, test } from 'vitest'
import { judgedInput, leftObjectives, planInput, startingNetwork, withShare } from './network'

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

test('a mix of objectives is asked for with its weights, and each objective once', () => {
  const mixed = withShare(startingNetwork('').objectives, 1, { objective: 'REACH', weight: 2 })
  const weighed = withShare(mixed, 0, { weight: 3 })
  expect(planInput({ ...startingNetwork(''), objectives: weighed }).objectives).toEqual([
    { objective: 'LARGEST_COMPONENT', weight: 3 },
    { objective: 'REACH', weight: 2 },
  ])
  expect(leftObjectives(weighed)).toEqual(['PAIR_CONNECTIVITY', 'DISTANCE_CONNECTIVITY'])
})

test('what targets cost is asked for, in a plan and of one’s own targets', () => {
  const network = { ...startingNetwork(''), costs: [{ record: 'r1', cost: 4 }] }
  expect([planInput(network).costs, judgedInput(network).costs]).toEqual([network.costs, network.costs])
})

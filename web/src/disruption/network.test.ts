import { expect, test } from 'vitest'
import type { DisruptionObjective } from '../gql/graphql'
import {
  askedFor,
  asRead,
  judgedInput,
  leftObjectives,
  planInput,
  startingNetwork,
  tried,
  withObjectives,
  withShare,
} from './network'

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

test('how many are reached is read as a number, and every other objective as it is told', () => {
  const of = (objective: DisruptionObjective) => ({
    ...startingNetwork(''),
    objectives: [{ objective, weight: 1 }],
  })
  expect([asRead(of('REACH'), -102), asRead(of('REACH'), 0)]).toEqual([102, 0])
  expect(asRead(of('LARGEST_COMPONENT'), 2393.00049)).toBe(2393)
})

test('of a plan that was tried nowhere else nothing is told of how sure it is', () => {
  expect(tried(startingNetwork(''))).toBe(false)
  expect(tried({ ...startingNetwork(''), runs: 1 })).toBe(true)
})

test('a mix of objectives is asked for with its weights, and each objective once', () => {
  const mixed = withShare(startingNetwork('').objectives, 1, { objective: 'REACH', weight: 2 })
  const weighed = withShare(mixed, 0, { weight: 3 })
  expect(planInput({ ...startingNetwork(''), objectives: weighed }).objectives).toEqual([
    { objective: 'LARGEST_COMPONENT', weight: 3 },
    { objective: 'REACH', weight: 2 },
  ])
  expect(leftObjectives(weighed)).toEqual(['PAIR_CONNECTIVITY', 'DISTANCE_CONNECTIVITY', 'SUPPLY', 'MONEY'])
})

test('what targets cost is asked for, in a plan and of one’s own targets', () => {
  const network = { ...startingNetwork(''), costs: [{ record: 'r1', cost: 4 }] }
  expect([planInput(network).costs, judgedInput(network).costs]).toEqual([network.costs, network.costs])
})

test('the ends of a supply are asked for by role and by name, where a supply is asked for', () => {
  const ends = {
    sourceRoles: ['RECRUITER'],
    sinkRoles: ['EXPLOITER'],
    sources: ['r1'],
    sinks: ['r2'],
  } as const
  const network = { ...startingNetwork('o1'), ...ends, directed: true }
  expect(planInput(network).sources).toBeUndefined()
  const supply = planInput({ ...network, objectives: [{ objective: 'SUPPLY', weight: 1 }] })
  expect(supply).toMatchObject({ ...ends, directed: true })
  const everywhere = planInput({
    ...network,
    operation: '',
    objectives: [{ objective: 'SUPPLY', weight: 1 }],
  })
  expect([everywhere.sources, everywhere.sourceRoles]).toEqual([['r1'], null])
})

test('where money is to be stopped accounts may be targets, until somebody says otherwise', () => {
  const people = startingNetwork('')
  const money = [{ objective: 'MONEY', weight: 1 }] as const
  const network = { ...people, ...withObjectives(people, money) }
  expect(network.kinds).toEqual(['PERSON', 'BANK_ACCOUNT', 'PAYMENT_INSTRUMENT'])
  const said = { ...network, kinds: ['PERSON'] as const }
  expect(withObjectives(said, money).kinds).toEqual(['PERSON'])
})

test('an address names an operation and targets, or neither', () => {
  expect(askedFor('#operation=op&targets=a,b')).toEqual({ operation: 'op', targets: ['a', 'b'] })
  expect(askedFor('')).toEqual({ operation: '', targets: [] })
})

import type { DisruptionObjective, PlanInput, RecordKind } from '../gql/graphql'

/** What is asked about a network beside its targets, as the form holds it. */
export interface Network {
  operation: string
  kinds: readonly RecordKind[]
  objective: DisruptionObjective
  distance: number
  budget: number
  exclude: readonly string[]
  must: readonly string[]
  rewiring: number
  runs: number
  effort: number
}

/** What a form begins with: people under a budget of five, searched quickly. */
export function startingNetwork(operation: string): Network {
  return {
    operation,
    kinds: ['PERSON'],
    objective: 'LARGEST_COMPONENT',
    distance: 1,
    budget: 5,
    exclude: [],
    must: [],
    rewiring: 0.5,
    runs: 0,
    effort: 0.02,
  }
}

/** Above this part of the whole search, a plan is asked for by a job. */
export const quickEffort = 0.1

/** The question as the API takes it. */
export function planInput(network: Network): PlanInput {
  const { operation, kinds, objective, distance, budget, exclude, must, rewiring, runs, effort } = network
  return {
    scope: operation === '' ? null : { operation },
    targetKinds: kinds.length > 0 ? [...kinds] : null,
    objectives: [{ objective, weight: 1 }],
    distance,
    budget,
    exclude: [...exclude],
    must: [...must],
    rewiring,
    runs,
    effort,
  }
}

/** The same network to judge given targets in: what must be in a plan is not asked there. */
export function judgedInput(network: Network): PlanInput {
  return { ...planInput(network), must: null, effort: 0.02 }
}

import type {
  DisruptionObjective,
  ObjectiveShare,
  PlanInput,
  RecordKind,
  TargetCostInput,
} from '../gql/graphql'

/** What is asked about a network beside its targets, as the form holds it. */
export interface Network {
  operation: string
  kinds: readonly RecordKind[]
  /** At least one, each objective once. */
  objectives: readonly Required<ObjectiveShare>[]
  distance: number
  budget: number
  exclude: readonly string[]
  must: readonly string[]
  /** What targets cost that do not cost 1. */
  costs: readonly TargetCostInput[]
  rewiring: number
  runs: number
  effort: number
}

/** What a form begins with: people under a budget of five, searched quickly. */
export function startingNetwork(operation: string): Network {
  return {
    operation,
    kinds: ['PERSON'],
    objectives: [{ objective: 'LARGEST_COMPONENT', weight: 1 }],
    distance: 1,
    budget: 5,
    exclude: [],
    must: [],
    costs: [],
    rewiring: 0.5,
    runs: 0,
    effort: 0.02,
  }
}

/** The objectives that can be asked in a form that names no sources and sinks. */
export const formObjectives: readonly DisruptionObjective[] = [
  'LARGEST_COMPONENT',
  'PAIR_CONNECTIVITY',
  'DISTANCE_CONNECTIVITY',
  'REACH',
]

/** Puts another objective in place of the one at a place, adds one at the end, or changes its weight. */
export function withShare(
  shares: Network['objectives'],
  at: number,
  share: Partial<Required<ObjectiveShare>>,
): Network['objectives'] {
  const old = shares[at] ?? { objective: 'LARGEST_COMPONENT', weight: 1 }
  return shares.toSpliced(at, 1, { ...old, ...share })
}

/** The objectives that are not yet in a mix. */
export function leftObjectives(shares: Network['objectives']): DisruptionObjective[] {
  return formObjectives.filter((one) => !shares.some(({ objective }) => objective === one))
}

/** Above this part of the whole search, a plan is asked for by a job. */
export const quickEffort = 0.1

/** The question as the API takes it. */
export function planInput(network: Network): PlanInput {
  const { operation, kinds, objectives, distance, budget, exclude, must, costs, rewiring, runs, effort } =
    network
  return {
    scope: operation === '' ? null : { operation },
    targetKinds: kinds.length > 0 ? [...kinds] : null,
    objectives: [...objectives],
    distance,
    budget,
    exclude: [...exclude],
    must: [...must],
    costs: [...costs],
    rewiring,
    runs,
    effort,
  }
}

/** The same network to judge given targets in: what must be in a plan is not asked there. */
export function judgedInput(network: Network): PlanInput {
  return { ...planInput(network), must: null, effort: 0.02 }
}

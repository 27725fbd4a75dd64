import type {
  ChainRole,
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
  /** Where a supply or money begins and ends: by role in the chain, or things by id. */
  sourceRoles: readonly ChainRole[]
  sinkRoles: readonly ChainRole[]
  sources: readonly string[]
  sinks: readonly string[]
  /** Whether a supply goes along links in their direction alone. */
  directed: boolean
  budget: number
  exclude: readonly string[]
  must: readonly string[]
  /** What targets cost that do not cost 1. */
  costs: readonly TargetCostInput[]
  rewiring: number
  runs: number
  effort: number
}

/** What an address asks for behind its #: an operation, and targets that were picked elsewhere. */
export function askedFor(hash: string): { operation: string; targets: string[] } {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''))
  const targets = (parameters.get('targets') ?? '').split(',').filter((id) => id !== '')
  return { operation: parameters.get('operation') ?? '', targets }
}

/** What a form begins with: people under a budget of five, searched quickly. */
export function startingNetwork(operation: string): Network {
  return {
    operation,
    kinds: ['PERSON'],
    objectives: [{ objective: 'LARGEST_COMPONENT', weight: 1 }],
    distance: 1,
    sourceRoles: [],
    sinkRoles: [],
    sources: [],
    sinks: [],
    directed: false,
    budget: 5,
    exclude: [],
    must: [],
    costs: [],
    rewiring: 0.5,
    runs: 0,
    effort: 0.02,
  }
}

/** The objectives that can be asked, in the order in which they are offered. */
export const formObjectives: readonly DisruptionObjective[] = [
  'LARGEST_COMPONENT',
  'PAIR_CONNECTIVITY',
  'DISTANCE_CONNECTIVITY',
  'REACH',
  'SUPPLY',
  'MONEY',
]

/** The roles in a chain, from recruitment on. */
export const chainRoles: readonly ChainRole[] = [
  'RECRUITER',
  'BROKER',
  'TRANSPORTER',
  'TRAVELLING_PARTNER',
  'SMUGGLER',
  'HARBOURER',
  'EXPLOITER',
  'ABUSER',
  'KIDNAPPER',
  'DOCUMENT_FORGER',
  'LAUNDERER',
  'MONEY_MULE',
  'ORGANISER',
  'OTHER',
]

/** Whether an objective is among those of a network. */
export function weighs({ objectives }: Pick<Network, 'objectives'>, objective: DisruptionObjective): boolean {
  return objectives.some((share) => share.objective === objective)
}

const accounts: readonly RecordKind[] = ['BANK_ACCOUNT', 'PAYMENT_INSTRUMENT']

/** What may be an end: accounts where it is about money alone, else anything. */
export function endKinds(network: Network): RecordKind[] | undefined {
  return weighs(network, 'MONEY') && !weighs(network, 'SUPPLY') ? [...accounts] : undefined
}

/** Other objectives; with money among them accounts may be targets, or nothing would stop it. */
export function withObjectives(network: Network, objectives: Network['objectives']): Partial<Network> {
  const first = weighs({ objectives }, 'MONEY') && !weighs(network, 'MONEY') && network.kinds.length > 0
  const added = first ? accounts.filter((kind) => !network.kinds.includes(kind)) : []
  return { objectives, kinds: [...network.kinds, ...added] }
}

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

/** The objective as it is read: the API changes the sign of how many are reached, where less is better. */
export function asRead({ objectives }: Network, value: number): number {
  const reach = objectives.length === 1 && objectives[0]?.objective === 'REACH'
  return Math.round((reach ? 0 - value : value) * 1000) / 1000
}

/** Whether a plan is tried on networks without doubtful ties, so that it is told how sure it is. */
export function tried({ runs }: Network): boolean {
  return runs > 0
}

/** The question as the API takes it. */
export function planInput(network: Network): PlanInput {
  const { operation, kinds, objectives, distance, budget, exclude, must, costs, rewiring, runs, effort } =
    network
  return {
    scope: operation === '' ? null : { operation },
    targetKinds: kinds.length > 0 ? [...kinds] : null,
    objectives: [...objectives],
    distance,
    ...ends(network),
    budget,
    exclude: [...exclude],
    must: [...must],
    costs: [...costs],
    rewiring,
    runs,
    effort,
  }
}

/** The ends of a flow, where one is asked about; roles are asked for in an operation alone. */
function ends(network: Network): Partial<PlanInput> {
  const supply = weighs(network, 'SUPPLY')
  if (!supply && !weighs(network, 'MONEY')) return {}
  const roles = supply && network.operation !== ''
  return {
    sources: [...network.sources],
    sinks: [...network.sinks],
    sourceRoles: roles ? [...network.sourceRoles] : null,
    sinkRoles: roles ? [...network.sinkRoles] : null,
    directed: supply && network.directed,
  }
}

/** The same network to judge given targets in: what must be in a plan is not asked there. */
export function judgedInput(network: Network): PlanInput {
  return { ...planInput(network), must: null, effort: 0.02 }
}

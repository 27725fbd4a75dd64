import type { PlanPartsFragment } from '../gql/graphql'
import type { Network } from './network'

/** A plan with the network it was made for. */
export interface MadePlan {
  name: string
  network: Network
  plan: PlanPartsFragment
}

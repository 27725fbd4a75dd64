import type { CanvasSelectionQuery } from '../gql/graphql'

/** One record of the selection as the hub gives it. */
export type SelectedRecord = Extract<CanvasSelectionQuery['nodes'][number], { __typename: 'Record' }>

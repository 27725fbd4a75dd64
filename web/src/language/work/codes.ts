import type * as gql from '../../gql/graphql'

/** The codes of the API that the work pages must have words for: a missing one does not compile. */
export interface WorkCodes {
  work: { jobStates: Record<'CANCELLED' | 'OUTDATED', string> } & Record<string, unknown>
  exports: { formats: Record<gql.ExportFormat, string> } & Record<string, unknown>
  day: { kinds: Record<gql.NoticeKind, string> } & Record<string, unknown>
  sharing: {
    acts: Record<gql.ShareAct, string>
    actHints: Record<gql.ShareAct, string>
    concernTexts: Record<gql.ShareConcern, string>
  } & Record<string, unknown>
  releases: {
    actions: Record<gql.Action, string>
    states: Record<gql.ReleaseState, string>
    decisions: Record<gql.ReleaseDecision, string>
    decisionHints: Record<gql.ReleaseDecision, string>
  } & Record<string, unknown>
  jointPlans: { states: Record<gql.JointPlanState, string> } & Record<string, unknown>
  disruption: {
    objectives: Record<gql.DisruptionObjective, string>
    empty: Record<gql.DisruptionReason, string>
    reasonTexts: Record<gql.DisruptionReason, string>
  } & Record<string, unknown>
  connect: { measures: Record<gql.PathMeasure, string> } & Record<string, unknown>
  keyPlayers: { measures: Record<gql.CentralityMeasure, string> } & Record<string, unknown>
  teams: {
    states: Record<gql.OperationState, string>
    choices: Record<gql.ClosingChoice, string>
  } & Record<string, unknown>
  retention: { states: Record<gql.DisposalState, string> } & Record<string, unknown>
  responder: { kinds: Record<gql.OrganisationKind, string> } & Record<string, unknown>
}

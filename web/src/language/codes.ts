import type { FailureCode } from '../api/failure'
import type * as gql from '../gql/graphql'

/** A text that depends on a number: a form for each plural category that the language has. */
export type Plural = { other: string } & { [Category in Intl.LDMLPluralRule]?: string }

type Keys<T> = T extends unknown ? keyof T : never
/** Every field that a record's or a link's details can have, as the fragments name them. */
export type DetailField = Exclude<Keys<gql.DetailPartsFragment | gql.LinkDetailPartsFragment>, '__typename'>

/** Every value of an enumeration inside details. */
export type DetailValue =
  | gql.Gender
  | gql.Exploitation
  | gql.InstrumentType
  | gql.PlaceType
  | gql.TravelMode
  | gql.DocumentType
  | gql.Authenticity
  | gql.ProfileType
  | gql.Control
  | gql.ChainRole
  | gql.RecruitmentMethod

/** The codes of the API that a language must have words for: a missing one does not compile. */
export interface CodeTexts {
  failure: Record<FailureCode, string> & Record<string, string>
  kinds: Record<gql.RecordKind, string>
  linkKinds: Record<gql.LinkKind, string>
  involvementRoles: Record<gql.InvolvementRole, string>
  teamRoles: Record<gql.TeamRole, string>
  roles: Record<gql.Role, string>
  scopes: Record<gql.Scope, string | Plural>
  classifications: Record<gql.Classification, string>
  compartments: Record<gql.Compartment, string>
  handling: Record<gql.Handling, string>
  schemes: Record<gql.Scheme, string>
  fields: Record<DetailField, string>
  values: Record<DetailValue, string>
  operations: { states: Record<gql.OperationState, string> } & Record<string, unknown>
  audit: { actions: Record<gql.AuditAction, string> } & Record<string, unknown>
}

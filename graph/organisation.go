package graph

import "time"

// Organisation is a police force, agency or charity that contributes.
// Organisations are known to every officer on the hub: they hold no case data.
type Organisation struct {
	ID      ID
	Hub     string
	Name    string
	Country string // ISO 3166-1 alpha-2
	Kind    OrganisationKind
	Contact string // a desk, never a person
}

// OrganisationKind is the sort of an organisation.
type OrganisationKind string

// The sorts.
const (
	Police           OrganisationKind = "POLICE"
	BorderAgency     OrganisationKind = "BORDER_AGENCY"
	Prosecution      OrganisationKind = "PROSECUTION"
	LabourInspector  OrganisationKind = "LABOUR_INSPECTORATE"
	Charity          OrganisationKind = "CHARITY"
	LocalAuthority   OrganisationKind = "LOCAL_AUTHORITY"
	InternationalOrg OrganisationKind = "INTERNATIONAL"
	OtherAgency      OrganisationKind = "OTHER"
)

// Officer is a person who logs in, as the hub knows them: by issuer and
// subject, never by e-mail.
type Officer struct {
	ID           ID
	Name         string
	Organisation ID
	LastSeen     time.Time
}

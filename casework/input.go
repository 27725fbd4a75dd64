package casework

import (
	"time"

	"entente/graph"
)

// ContributionInput is what every element that is written says of itself.
type ContributionInput struct {
	IdempotencyKey string
	Source         string
	Grading        *graph.Grading
	Marking        *graph.Marking // nil is own organisation only, or as it was
	Validity       *graph.Interval
}

// CreateRecordInput asks for a new record.
type CreateRecordInput struct {
	ContributionInput
	Details RecordDetailsInput
}

// AmendRecordInput asks for a new version of a record.
type AmendRecordInput struct {
	ContributionInput
	ID      graph.ID
	Version graph.ID
	Details RecordDetailsInput
}

// RetireInput asks for an element to be withdrawn.
type RetireInput struct {
	IdempotencyKey string
	ID             graph.ID
	Version        graph.ID
}

// CreateLinkInput asks for a new link.
type CreateLinkInput struct {
	ContributionInput
	Kind    graph.LinkKind
	From    graph.ID
	To      graph.ID
	Details *LinkDetailsInput
}

// AmendLinkInput asks for a new version of a link.
type AmendLinkInput struct {
	ContributionInput
	ID      graph.ID
	Version graph.ID
	Details *LinkDetailsInput
}

// CreateInvolvementInput asks for a role of a person in an operation.
type CreateInvolvementInput struct {
	ContributionInput
	Operation graph.ID
	Person    graph.ID
	Role      graph.InvolvementRole
}

// RecordPayload is a record that was written; Revision is sealed.
type RecordPayload struct {
	Record   *Record
	Revision string
}

// LinkPayload is a link that was written; Revision is sealed.
type LinkPayload struct {
	Link     *Link
	Revision string
}

// InvolvementPayload is an involvement that was written, or the second decision
// that it waits for; Revision is sealed.
type InvolvementPayload struct {
	Involvement *Involvement
	Decision    *SecondDecision
	Revision    string
}

// RetirePayload is an element that was withdrawn; Revision is sealed.
type RetirePayload struct {
	ID       graph.ID
	Revision string
}

// RecordDetailsInput holds exactly one kind of details.
type RecordDetailsInput struct {
	Person            *graph.Person
	CrimeGroup        *graph.CrimeGroup
	Company           *graph.Company
	BankAccount       *graph.BankAccount
	PaymentInstrument *graph.PaymentInstrument
	Place             *graph.Place
	Journey           *graph.Journey
	TravelDocument    *graph.TravelDocument
	Vehicle           *graph.Vehicle
	Phone             *graph.Phone
	OnlineProfile     *graph.OnlineProfile
	ExploitationEvent *graph.ExploitationEvent
}

// LinkDetailsInput holds exactly one sort of details.
type LinkDetailsInput struct {
	Transfer     *TransferInput
	Call         *graph.Call
	Travel       *graph.Travel
	Membership   *graph.Membership
	Relationship *graph.Relationship
	Recruitment  *graph.Recruitment
	ControlHeld  *graph.ControlHeld
}

// TransferInput is a payment with its amount as people write it.
type TransferInput struct {
	Amount    string
	Currency  string
	At        time.Time
	Reference string
}

// RecordFilter narrows a list of records; see the schema.
type RecordFilter struct {
	Kinds     []graph.RecordKind
	Owners    []graph.ID
	Operation *graph.ID
	Involved  []graph.InvolvementRole
	Name      string
	Countries []string
	At        *time.Time
}

// LinkFilter narrows a list of links; see the schema.
type LinkFilter struct {
	Kinds        []graph.LinkKind
	Direction    graph.Direction
	At           *time.Time
	LeastGrading *graph.Grading
}

// SearchInput asks for records by words or by a number.
type SearchInput struct {
	Text       string
	Identifier *graph.Identifier
	Kinds      []graph.RecordKind
	First      int
}

// PathOptions narrow what a path may use; see the schema.
type PathOptions struct {
	LinkKinds    []graph.LinkKind
	Avoid        []graph.ID
	MaxHops      int
	At           *time.Time
	LeastGrading *graph.Grading
	Directed     bool
}

// CommunitiesInput says which part of the graph to divide, and how finely.
type CommunitiesInput struct {
	Operation   *graph.ID
	Records     []graph.ID
	RecordKinds []graph.RecordKind
	LinkKinds   []graph.LinkKind
	Resolution  float64
	Seed        int
	First       int
	Levels      bool
	Runs        *int
}

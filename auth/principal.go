package auth

import (
	"slices"
	"time"

	"entente/graph"
)

// Principal is one authenticated officer acting for one organisation. The
// zero Principal is nobody: it sees nothing and may do nothing.
type Principal struct {
	// Officer names the person for ever: it is derived from issuer and subject,
	// never from an e-mail address. See OfficerID.
	Officer      graph.ID
	Issuer       string
	Subject      string
	Name         string // for the screen only
	Organisation graph.ID
	Roles        []Role
	Clearances   []graph.Compartment
	// Service says that this is a program of the organisation rather than a person.
	Service bool
	// Purpose is why this session reads personal data; it goes to the log.
	Purpose string
	// ACR and AuthTime are how and when the officer proved who they are.
	ACR      string
	AMR      []string
	AuthTime time.Time
	// Proof is what the issuer's entry asks before the gravest actions.
	Proof Proof
	// Expires is when the credential ends. A zero time never holds.
	Expires time.Time
	// Session names the browser session, empty for a bearer token.
	Session string
}

// Role is what an officer may do, within the officer's own organisation.
type Role string

// The roles an issuer's claims may grant.
const (
	Investigator        Role = "INVESTIGATOR"         // reads, writes own records
	Analyst             Role = "ANALYST"              // reads, asks the graph
	Supervisor          Role = "SUPERVISOR"           // decides on releases and gates
	FirstResponder      Role = "FIRST_RESPONDER"      // refers, sees own referrals
	TeamAdministrator   Role = "TEAM_ADMINISTRATOR"   // manages teams without seeing data
	SystemAdministrator Role = "SYSTEM_ADMINISTRATOR" // manages issuers without seeing data
	Auditor             Role = "AUDITOR"              // asks the log
)

// Roles are all roles in order.
func Roles() []Role {
	return []Role{Investigator, Analyst, Supervisor, FirstResponder, TeamAdministrator, SystemAdministrator, Auditor}
}

// Is says whether the officer holds the role.
func (p Principal) Is(role Role) bool { return slices.Contains(p.Roles, role) }

// Cleared says whether the officer holds the clearance for a compartment.
func (p Principal) Cleared(c graph.Compartment) bool { return slices.Contains(p.Clearances, c) }

// Known says whether this is an officer at all, and the credential still holds at t.
func (p Principal) Known(t time.Time) bool { return p.Officer != "" && t.Before(p.Expires) }

package graph

import "slices"

// Involvement is the role a person has in one operation, as one organisation
// judges it. It is contributed and marked like a record; it is not walked by
// analysis.
type Involvement struct {
	Contribution
	Operation ID
	Person    ID // a record of kind PERSON
	Role      InvolvementRole
}

// InvolvementRole is what a person is in an operation.
type InvolvementRole string

// The roles.
const (
	Suspect   InvolvementRole = "SUSPECT"
	Victim    InvolvementRole = "VICTIM"
	Witness   InvolvementRole = "WITNESS"
	Associate InvolvementRole = "ASSOCIATE"
)

// Check refuses an unknown role.
func (i Involvement) Check() error {
	if slices.Contains([]InvolvementRole{Suspect, Victim, Witness, Associate}, i.Role) {
		return nil
	}
	return Bad("role", "The role is SUSPECT, VICTIM, WITNESS or ASSOCIATE.")
}

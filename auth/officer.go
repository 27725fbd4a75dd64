package auth

import (
	"crypto/sha256"

	"entente/graph"
)

// OfficerID derives the id of an officer from issuer and subject, so that a
// person can be named as a team member before the first login, and the same
// subject at two issuers is two persons.
func OfficerID(issuer, subject string) graph.ID {
	sum := sha256.Sum256([]byte(issuer + "\x00" + subject))
	return graph.IDOf(graph.NounOfficer, [16]byte(sum[:16]))
}

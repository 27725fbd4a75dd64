package auth

import (
	"slices"
	"time"
)

// Proof is what an issuer's entry asks of a sign-in: of every one, or before the
// gravest actions, which are seeing victim identities, exports, releases and
// administration. The zero Proof asks for nothing.
type Proof struct {
	ACR    []string      // one of these classes; empty is any
	AMR    []string      // all of these methods
	MaxAge time.Duration // since the officer last proved who they are; 0 is any
}

// ahead is how far an issuer's clock may be ahead of the hub's.
const ahead = time.Minute

// Proved says whether the officer's sign-in is enough for the gravest actions at
// a moment. One that does not say when it was made is enough for no age, and a
// program never proves who it is, whatever the issuer asks: those acts are a person's.
func (p Principal) Proved(at time.Time) bool { return !p.Service && p.Proof.MetBy(p, at) }

// MetBy says whether an officer's sign-in is what is asked, at a moment.
func (asked Proof) MetBy(p Principal, at time.Time) bool {
	if len(asked.ACR) > 0 && !slices.Contains(asked.ACR, p.ACR) {
		return false
	}
	for _, method := range asked.AMR {
		if !slices.Contains(p.AMR, method) {
			return false
		}
	}
	if asked.MaxAge == 0 {
		return true
	}
	age := at.Sub(p.AuthTime)
	return !p.AuthTime.IsZero() && age >= -ahead && age <= asked.MaxAge
}

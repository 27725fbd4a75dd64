package graph

import (
	"slices"
	"time"
)

// Release is what one organisation asks of the owner of an element that came
// with a condition: leave to do one thing with it. It is the body of a case
// object of kind RELEASE, known to the two organisations, and About the element.
type Release struct {
	Element ID `json:"element"`
	Owner   ID `json:"owner"` // of the element; the case object's own owner asks
	AskedBy ID `json:"askedBy"`
	// Action is what is asked leave for, a word of auth/policy.
	Action string `json:"action"`
	// To are the organisations to which it would be passed on; else none.
	To  []ID   `json:"to,omitempty"`
	Why string `json:"why"`
	// Until is when the leave would end; zero is never.
	Until     time.Time `json:"until,omitzero"`
	DecidedBy ID        `json:"decidedBy,omitempty"`
	Decided   time.Time `json:"decided,omitzero"`
	Reason    string    `json:"reason,omitempty"`
	// Copy is the sanitised record, and Told whether whoever asked may know that
	// it is one.
	Copy ID   `json:"copy,omitempty"`
	Told bool `json:"told,omitempty"`
}

// ReleaseState is what became of a release.
type ReleaseState string

// The states.
const (
	ReleaseOpen      ReleaseState = "OPEN"
	ReleaseGranted   ReleaseState = "GRANTED"
	ReleaseSanitised ReleaseState = "SANITISED"
	ReleaseRefused   ReleaseState = "REFUSED"
	ReleaseWithdrawn ReleaseState = "WITHDRAWN"
)

// ReleaseStates are all states in order.
func ReleaseStates() []ReleaseState {
	return []ReleaseState{ReleaseOpen, ReleaseGranted, ReleaseSanitised, ReleaseRefused, ReleaseWithdrawn}
}

// ReleaseDecision is what an owner makes of a request.
type ReleaseDecision string

// The decisions.
const (
	Grant    ReleaseDecision = "GRANT"
	Sanitise ReleaseDecision = "SANITISE"
	Refuse   ReleaseDecision = "REFUSE"
)

// Expired says whether the time of a release is over: an open one is not
// decided any more, and a granted one does not hold.
func (r Release) Expired(at time.Time) bool { return !r.Until.IsZero() && !at.Before(r.Until) }

// Check refuses a release that nobody could decide.
func (r Release) Check(at time.Time) error {
	if err := required("why", r.Why, "the reason, for the owner to judge"); err != nil {
		return err
	}
	if r.Expired(at) {
		return Bad("until", "The leave would end in the past: give a later time.")
	}
	for _, id := range r.To {
		if !id.Is(NounOrganisation) {
			return Bad("to", "This is not the id of an organisation.")
		}
		if id == r.Owner {
			return Bad("to", "The owner has it already.")
		}
	}
	if len(slices.Compact(slices.Sorted(slices.Values(r.To)))) != len(r.To) {
		return Bad("to", "Name each organisation once.")
	}
	return nil
}

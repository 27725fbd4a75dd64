package graph

import "time"

// Retention is how long an owner keeps one of its elements: when it must be
// reviewed, and whether it may be erased at all. An element without one has no
// review date.
type Retention struct {
	Of    ID // a record, a link or an involvement
	Owner ID
	// Review is when somebody must decide to keep or to dispose; zero is never.
	Review time.Time
	// Hold forbids erasure, whoever decides it; nil is none.
	Hold *Hold
	// Kept is the last decision to keep it beyond a review; nil is none.
	Kept *Kept
	// Told says that the owner was told that the review date had come.
	Told bool
}

// Hold is a legal hold: an element that a court or an inquiry may ask for.
type Hold struct {
	Reason  string    `json:"reason"`
	Officer ID        `json:"officer"`
	At      time.Time `json:"at"`
}

// Kept is a recorded decision to keep an element.
type Kept struct {
	Reason  string    `json:"reason"`
	Officer ID        `json:"officer"`
	At      time.Time `json:"at"`
}

// Disposal is a decision of two supervisors to erase elements of their own
// organisation. It is a case object of kind DISPOSAL, known to that
// organisation alone, about the elements.
type Disposal struct {
	Reason    string `json:"reason"`
	Proposed  ID     `json:"proposed"`            // the officer who proposes
	Confirmed ID     `json:"confirmed,omitempty"` // another one
	Erased    int    `json:"erased,omitempty"`    // elements gone, those that hung on them included
	Held      int    `json:"held,omitempty"`      // left because of a legal hold
}

// DisposalState is where a disposal stands.
type DisposalState string

// The states of a disposal.
const (
	DisposalProposed  DisposalState = "PROPOSED"
	DisposalConfirmed DisposalState = "CONFIRMED" // the next run of the disposal job carries it out
	DisposalRefused   DisposalState = "REFUSED"
	DisposalDone      DisposalState = "DONE"
)

// CheckReason holds a reason that people give.
func CheckReason(reason string) error {
	if err := required("reason", reason, "the reason, in words"); err != nil {
		return err
	}
	return texts("reason", reason)
}

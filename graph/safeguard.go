package graph

import (
	"slices"
	"time"
)

// Safeguard is a role of VICTIM that somebody has, or a record by which they are
// a child, whoever sees it. It is asked for by who is about to act, and is
// answered to nobody.
type Safeguard struct {
	Asked       ID      // the record that was asked about
	Person      ID      // the record of the same thing that has the role, or shows the child
	Involvement ID      // empty for a child
	Operation   ID      // empty for a child
	Marking     Marking // of the role, or of the record; its owner is whom to speak to
}

// Child says that it is for a child's sake, role or none.
func (s Safeguard) Child() bool { return s.Involvement == "" }

// Childhood says by what a person's record shows a child, beside saying so
// itself: the compartments it is in, and a birth after which nobody is of age yet.
type Childhood struct {
	Compartment []MarkingID // the markings in the compartment CHILD
	Adult       Date        // who was born on this day or before it is 18
}

// ChildhoodAt is by what somebody is a child at a time, among interned markings in
// the order of their ids.
func ChildhoodAt(t time.Time, markings []Marking) Childhood {
	c := Childhood{Adult: Date(t.UTC().AddDate(-adultYears, 0, 0).Format(time.DateOnly))}
	for id, m := range markings {
		if slices.Contains(m.Compartments, Child) {
			c.Compartment = append(c.Compartment, MarkingID(id)) //nolint:gosec // some hundreds
		}
	}
	return c
}

// adultYears is from which age on somebody is no child.
const adultYears = 18

// SecondDecision is a judgement that turns a recognised victim into a suspect,
// until a second officer confirms it. It is the body of a case object of kind
// SECOND_DECISION, of the judging organisation, and About the person.
type SecondDecision struct {
	AskedBy     ID          `json:"askedBy"`
	Involvement Involvement `json:"involvement"` // as it will be written
	DecidedBy   ID          `json:"decidedBy,omitempty"`
	Reason      string      `json:"reason,omitempty"`
}

// DecisionState is what became of a second decision.
type DecisionState string

// The states.
const (
	DecisionPending   DecisionState = "PENDING"
	DecisionConfirmed DecisionState = "CONFIRMED"
	DecisionRejected  DecisionState = "REJECTED"
)

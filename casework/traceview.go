package casework

import (
	"time"

	"entente/graph"
)

// AmountInput is a sum of money as people write it.
type AmountInput struct {
	Amount   string
	Currency string
}

// TraceInput says which trails are followed; see the schema.
type TraceInput struct {
	From          []graph.ID
	Back          bool
	Since         *time.Time
	Until         *time.Time
	LeastAmount   *AmountInput
	LinkKinds     []graph.LinkKind
	LeastGrading  *graph.Grading
	MaxGapMinutes *int
	MaxHops       int
	HubDegree     int
	SameInstant   bool
	First         int
}

// Trace is what was followed.
type Trace struct {
	Hops      []TraceHop
	Entities  int
	LinkCount int
	// Totals are by currency; nil where there are more links than are read.
	Totals   []CurrencyTotal
	Totalled bool
	AtLeast  bool
	hubs     []TraceHub
	Trails   []*Trail
	graph.Derived
}

// Hubs are the first entities at which trails were cut, by id.
func (t *Trace) Hubs(first int) ([]TraceHub, error) {
	if err := boundOf(first, maxPage, "first", "hubs"); err != nil {
		return nil, err
	}
	return t.hubs[:min(first, len(t.hubs))], nil
}

// TraceHop is what the trails of one length are.
type TraceHop struct {
	Hops   int
	Trails float64
	Links  int
}

// CurrencyTotal adds up transfers of one currency.
type CurrencyTotal struct {
	Currency  string
	Minor     int64
	Transfers int
}

// TraceHub is an entity at which trails were cut.
type TraceHub struct {
	Entity *Entity
	Degree int
	Trails float64
}

// ArrivalInput asks when something could have reached others.
type ArrivalInput struct {
	From         graph.ID
	Since        *time.Time
	Until        *time.Time
	LeastAmount  *AmountInput
	LinkKinds    []graph.LinkKind
	LeastGrading *graph.Grading
	SameInstant  bool
	First        int
}

// Arrivals are the entities that something could have reached.
type Arrivals struct {
	TotalCount int
	Arrivals   []Arrival
}

// Arrival is when an entity could have been reached first, and by which link.
type Arrival struct {
	Entity *Entity
	At     time.Time
	Via    *Link
}

package graph

import "time"

// RecordFilter narrows a list of records. Empty fields do not narrow.
type RecordFilter struct {
	Kinds     []RecordKind
	Owners    []ID
	Operation ID // records shared with this operation's team
	// Involved keeps the people who have one of these roles in Operation.
	Involved []InvolvementRole
	Name     string // every word must begin a word of a name or the label
	// At keeps what was so at that instant, by validity.
	At *time.Time
	// Countries keeps records with one of these ISO 3166-1 alpha-2 codes.
	Countries []string
}

// LinkFilter narrows a list of links. Empty fields do not narrow.
type LinkFilter struct {
	Kinds     []LinkKind
	Direction Direction
	// At keeps what was so at that instant, by validity.
	At *time.Time
	// WeakestGrading keeps links whose Grading.Weakness is at most this; nil keeps all.
	WeakestGrading *int
}

// Direction is which end of a link a record is.
type Direction string

// The directions; empty is either.
const (
	EitherWay Direction = "EITHER"
	Outgoing  Direction = "OUTGOING"
	Incoming  Direction = "INCOMING"
)

// RecordOrder is the order of a list; ties are broken by id.
type RecordOrder string

// The orders.
const (
	ByLabel  RecordOrder = "LABEL"      // ascending, in normal form
	ByRecent RecordOrder = "KNOWN_FROM" // newest first
)

// Page asks for a part of a list in its order: Limit elements that come after
// the element with sort key After. A zero After is the beginning.
type Page struct {
	After Position
	Limit int
}

// Position is a place in an ordered list: the sort key and the id of an
// element. It leaves the hub only sealed.
type Position struct {
	Key string
	ID  ID
}

package graph

import "time"

// Revision counts the committed writes of a hub. It never leaves the hub but
// as a sealed token: a count would tell how much goes on out of sight.
type Revision uint64

// Change is what one committed write did: the elements whose present state
// must be read again. It is appended in the same transaction as the write.
type Change struct {
	Revision     Revision
	At           time.Time
	Records      []ID
	Links        []ID
	Involvements []ID
	Operations   []ID
	CaseObjects  []ID
	// Markings says that new markings were interned with this write.
	Markings bool
	// Narrowed says that somebody may see less than before: an element was
	// marked anew, withdrawn or erased, or a team changed.
	Narrowed bool
	// RecordTurns, LinkTurns and InvolvementTurns say for each element of the
	// lists above how its marking went; empty in changes of before they were kept.
	RecordTurns      []Turn
	LinkTurns        []Turn
	InvolvementTurns []Turn
}

// Turn is how the marking of an element went with a change: who saw the one
// before may have to be told, whoever sees the other will be.
type Turn struct {
	Was MarkingID // NoMarking where it was not there, or withdrawn
	Is  MarkingID // NoMarking where it is withdrawn or erased
}

// NoMarking is the marking of what is not there: in nobody's sight.
const NoMarking = ^MarkingID(0)

// ChangeKind is what a change does to an element in one caller's sight.
type ChangeKind string

// The kinds of change.
const (
	ChangeBegun ChangeKind = "BEGUN"    // nothing yet: from here on all is told
	Appeared    ChangeKind = "APPEARED" // it came into sight
	Changed     ChangeKind = "CHANGED"  // it was in sight and has a new version
	Gone        ChangeKind = "GONE"     // it was in sight and is no longer
)

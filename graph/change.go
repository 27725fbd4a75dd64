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
}

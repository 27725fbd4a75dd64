package policy

import (
	"encoding/binary"
	"strings"
	"time"

	"entente/auth"
	"entente/graph"
)

// Sight is what one caller sees at one moment, as a bitmap over the hub's
// interned markings. Only this package can make one that sees anything; the
// zero Sight sees nothing. It is immutable and safe to share.
type Sight struct {
	bits    []uint64
	visible []int64
	key     string
}

// See computes the sight of a caller over the interned markings, where
// markings[i] is the marking with MarkingID i. memberships are the operations
// the caller is a member of at the moment `at`, as the hub records them.
func See(p auth.Principal, memberships []graph.ID, markings []graph.Marking, at time.Time) Sight {
	if !p.Known(at) {
		return Sight{}
	}
	viewer := viewer{principal: p, memberships: memberships, at: at}
	s := Sight{bits: make([]uint64, (len(markings)+63)/64)}
	for id, m := range markings {
		if viewer.sees(m) {
			s.bits[id/64] |= 1 << (id % 64)
			s.visible = append(s.visible, int64(id))
		}
	}
	s.key = keyOf(s.visible)
	return s
}

// Sees says whether elements with this marking are in sight.
func (s Sight) Sees(m graph.MarkingID) bool {
	word := int(m / 64)
	return word < len(s.bits) && s.bits[word]>>(m%64)&1 == 1
}

// Visible lists the visible marking ids in ascending order, in the form a
// Cypher parameter takes. The caller must not change it.
func (s Sight) Visible() []int64 { return s.visible }

// Key is equal for two sights exactly if they see the same markings: what a
// cache must be keyed by.
func (s Sight) Key() string { return s.key }

// Blind says that nothing at all is in sight.
func (s Sight) Blind() bool { return len(s.visible) == 0 }

func keyOf(visible []int64) string {
	var b strings.Builder
	var word [4]byte
	for _, id := range visible {
		binary.BigEndian.PutUint32(word[:], uint32(id)) //nolint:gosec // marking ids are 32 bits
		b.Write(word[:])
	}
	return b.String()
}

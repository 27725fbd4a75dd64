package policy

import (
	"time"

	"entente/auth"
	"entente/graph"
)

// WithOwner is what a caller sees together with all that one other organisation
// contributed, whatever its markings say. It is nobody's sight: the owner's
// broker alone looks under it, to find what the owner may want to release, and
// tells nobody but the owner. Of what third organisations withhold it shows
// nothing.
func WithOwner(p auth.Principal, memberships []graph.ID, markings []graph.Marking, at time.Time, owner graph.ID) Sight {
	s := See(p, memberships, markings, at)
	wide := Sight{bits: make([]uint64, (len(markings)+63)/64)}
	copy(wide.bits, s.bits)
	for id, m := range markings {
		if owner != "" && m.Owner == owner {
			wide.bits[id/64] |= 1 << (id % 64)
		}
		if wide.bits[id/64]>>(id%64)&1 == 1 {
			wide.visible = append(wide.visible, int64(id))
		}
	}
	wide.key = keyOf(wide.visible)
	return wide
}

package policy

import (
	"time"

	"entente/auth"
	"entente/graph"
)

// Joint is what two organisations that agree to a joint plan bring into it: all
// that either contributed outside compartments and not for named officers, and of
// what others contributed only what any reading officer of both, in the team of
// their operation, sees already. It is nobody's sight: the plan alone is made
// under it, and each side is told of the plan what it sees itself. It is the same
// whichever of the two is named first.
func Joint(first, second, operation graph.ID, markings []graph.Marking, at time.Time) Sight {
	team := []graph.ID{operation}
	both := See(officerOf(first, at), team, markings, at).Within(See(officerOf(second, at), team, markings, at))
	s := Sight{bits: make([]uint64, (len(markings)+63)/64)}
	copy(s.bits, both.bits)
	for id, m := range markings {
		own := m.Owner != "" && (m.Owner == first || m.Owner == second)
		if own && len(m.Compartments) == 0 && m.Audience.Scope != graph.Officers {
			s.bits[id/64] |= 1 << (id % 64)
		}
		if s.bits[id/64]>>(id%64)&1 == 1 {
			s.visible = append(s.visible, int64(id))
		}
	}
	s.key = keyOf(s.visible)
	return s
}

// officerOf is a reading officer of an organisation with no clearance: nobody who
// is named anywhere.
func officerOf(organisation graph.ID, at time.Time) auth.Principal {
	return auth.Principal{Officer: "nobody", Organisation: organisation, Roles: []auth.Role{auth.Investigator}, Expires: at.Add(time.Hour)}
}

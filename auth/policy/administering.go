package policy

import (
	"entente/auth"
	"entente/graph"
)

// Administering is what a team administrator may read without seeing data: what
// is marked for the whole of their own organisation and for nobody else. Case data is
// marked so too, so it is no sight for that: notices about joint teams alone are
// looked for under it. Who is no team administrator sees nothing by it.
func Administering(p auth.Principal, markings []graph.Marking) Sight {
	if !p.Is(auth.TeamAdministrator) || p.Organisation == "" {
		return Sight{}
	}
	s := Sight{bits: make([]uint64, (len(markings)+63)/64)}
	for id, m := range markings {
		if m.Same(graph.OwnOrganisationOnly(p.Organisation)) {
			s.bits[id/64] |= 1 << (id % 64)
			s.visible = append(s.visible, int64(id))
		}
	}
	s.key = keyOf(s.visible)
	return s
}

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

// Filed is what a team administrator may read of what parties file when a joint team
// is over: what is marked for the whole of their own organisation, alone or among
// others. Case data may be marked so too, so it is no sight for that: certificates and
// evaluations alone are looked for under it. Who is no team administrator sees nothing by it.
func Filed(p auth.Principal, markings []graph.Marking) Sight {
	if !p.Is(auth.TeamAdministrator) || p.Organisation == "" {
		return Sight{}
	}
	s := Sight{bits: make([]uint64, (len(markings)+63)/64)}
	for id, m := range markings {
		plain := graph.OwnOrganisationOnly(m.Owner)
		ours := m.Owner == p.Organisation && m.Audience.Scope == graph.Private ||
			m.Audience.Scope == graph.Organisations && (m.Owner == p.Organisation || m.Audience.Reaches(p.Organisation))
		plain.Audience = m.Audience
		if ours && m.Same(plain) {
			s.bits[id/64] |= 1 << (id % 64)
			s.visible = append(s.visible, int64(id))
		}
	}
	s.key = keyOf(s.visible)
	return s
}

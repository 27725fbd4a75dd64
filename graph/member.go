package graph

import (
	"cmp"
	"slices"
	"time"
)

// TeamRoles are all roles in a team in order.
func TeamRoles() []TeamRole {
	return []TeamRole{TeamLeader, TeamInvestigator, TeamAnalyst, TeamLiaison}
}

// Joined is the operation with an officer in its team, who must be of a party at
// that time and not in the team already.
func (o Operation) Joined(m Member) (Operation, error) {
	if !o.PartyAt(m.Organisation, m.From) {
		return o, Bad("from", "The officer's organisation is not a party at that time.")
	}
	for _, other := range o.Members {
		if other.Officer == m.Officer && (m.Until.IsZero() || other.From.Before(m.Until)) && (other.Until.IsZero() || m.From.Before(other.Until)) {
			return o, Bad("officer", "The officer is in the team at that time already: take the officer out first.")
		}
	}
	o.Members = append(slices.Clone(o.Members), m)
	slices.SortStableFunc(o.Members, func(a, b Member) int {
		return cmp.Or(cmp.Compare(a.Officer, b.Officer), a.From.Compare(b.From))
	})
	return o, o.Check()
}

// Parted is the operation without an officer of an organisation from at on, now
// and later memberships alike.
func (o Operation) Parted(officer, organisation ID, at time.Time) (Operation, error) {
	o.Members = slices.Clone(o.Members)
	found := false
	for i := range o.Members {
		m := &o.Members[i]
		if m.Officer == officer && m.Organisation == organisation && (m.Until.IsZero() || m.Until.After(at)) {
			m.Until, found = closed(m.From, m.Until, at), true
		}
	}
	if !found {
		return o, Bad("officer", "No officer of your organisation with this id is in the team.")
	}
	o.Members = withoutEmpty(o.Members)
	return o, nil
}

// withoutEmpty drops memberships that never began.
func withoutEmpty(members []Member) []Member {
	return slices.DeleteFunc(members, func(m Member) bool { return !m.Until.IsZero() && !m.Until.After(m.From) })
}

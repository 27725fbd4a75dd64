package graph

// ShareAct is what an owner does to the audience of what it contributed.
type ShareAct string

// The acts.
const (
	ShareFirst ShareAct = "SHARE"  // gives a first audience to what only the owner sees
	Widen      ShareAct = "WIDEN"  // adds to an audience; nobody loses sight
	Narrow     ShareAct = "NARROW" // keeps a part of an audience; nobody gains sight
	Recall     ShareAct = "RECALL" // back to the owner's organisation only
)

// ShareActs are all acts in order.
func ShareActs() []ShareAct { return []ShareAct{ShareFirst, Widen, Narrow, Recall} }

// ShareConcern is what an owner should look at before sharing.
type ShareConcern string

// The concerns.
const (
	EndStays    ShareConcern = "END_STAYS"     // a link goes, and somebody it goes to does not see one of its ends
	PersonStays ShareConcern = "PERSON_STAYS"  // a role goes without its person
	LinkStays   ShareConcern = "LINK_STAYS"    // records go, and a link between them does not
	RoleStays   ShareConcern = "ROLE_STAYS"    // a person goes, and a role of theirs does not
	SameShows   ShareConcern = "SAME_AS_SHOWS" // the receiver learns that two records are one thing
	SameStays   ShareConcern = "SAME_AS_STAYS" // the receiver will take two records for two things
)

// Shared says whether anybody beside the owner's organisation is in the
// audience by organisation, by team or as everyone.
func (a Audience) Shared() bool {
	return a.Scope == Organisations || a.Scope == JointTeams || a.Scope == Everyone
}

// With is the audience of whoever is in one of two shared audiences.
func (a Audience) With(o Audience) Audience {
	if a.Scope == Everyone || o.Scope == Everyone {
		return Audience{Scope: Everyone}
	}
	return audienceOf(union(a.Organisations, o.Organisations), union(a.Operations, o.Operations))
}

// Within is the audience of whoever is named in both of two shared audiences:
// an organisation that one names itself, and the other through a team, is not.
func (a Audience) Within(o Audience) Audience {
	switch {
	case a.Scope == Everyone:
		return o
	case o.Scope == Everyone:
		return a
	}
	return audienceOf(common(a.Organisations, o.Organisations), common(a.Operations, o.Operations))
}

// audienceOf is the audience of some organisations and teams; of none it is Private.
func audienceOf(organisations, operations []ID) Audience {
	a := Audience{Scope: Private, Organisations: organisations, Operations: operations}
	switch {
	case len(operations) > 0:
		a.Scope = JointTeams
	case len(organisations) > 0:
		a.Scope = Organisations
	}
	return a
}

func union(a, b []ID) []ID { return sorted(append(append([]ID(nil), a...), b...)) }

func common(a, b []ID) []ID {
	in := make(map[ID]bool, len(b))
	for _, id := range b {
		in[id] = true
	}
	var both []ID
	for _, id := range a {
		if in[id] {
			both = append(both, id)
		}
	}
	return sorted(both)
}

// Reaches says whether an audience includes a whole organisation, beside the
// owner's.
func (a Audience) Reaches(organisation ID) bool {
	return a.Scope == Everyone || (a.Shared() && len(common(a.Organisations, []ID{organisation})) > 0)
}

// ReachesTeam says whether an audience includes the team of an operation.
func (a Audience) ReachesTeam(operation ID) bool {
	return a.Scope == Everyone || (a.Scope == JointTeams && len(common(a.Operations, []ID{operation})) > 0)
}

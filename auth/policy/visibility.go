package policy

import (
	"slices"
	"time"

	"entente/auth"
	"entente/graph"
)

// Visibility says who sees elements with a marking, for their owner. An
// officer sees them who has one of Roles, every one of Clearances, and a place
// in the audience: WhoCanSee and Decide never disagree.
type Visibility struct {
	Scope graph.Scope
	// Organisations are those whose officers see it, the owner first; nil for
	// graph.Officers, where no organisation as such does, and the owner alone for
	// graph.Everyone, where all do.
	Organisations []graph.ID
	Officers      []graph.ID // the only ones, for graph.Officers
	Operations    []graph.ID // whose teams see it, for graph.JointTeams
	Roles         []auth.Role
	Clearances    []graph.Compartment
	// From and Until bound the sharing; zero is open. Holds says whether it
	// holds now; while it does not, only officers of the owner see it.
	From, Until time.Time
	Holds       bool
}

// WhoCanSee describes who sees elements with that marking at a moment.
func WhoCanSee(m graph.Marking, at time.Time) Visibility {
	v := Visibility{
		Scope: m.Audience.Scope, Officers: slices.Clone(m.Audience.Officers), Operations: slices.Clone(m.Audience.Operations),
		Roles: readers(), Clearances: slices.Clone(m.Compartments), From: m.Embargo, Until: m.Expires, Holds: m.Holds(at),
	}
	if v.Scope == graph.Officers {
		return v
	}
	v.Organisations = []graph.ID{m.Owner}
	for _, id := range m.Audience.Organisations {
		if id != m.Owner {
			v.Organisations = append(v.Organisations, id)
		}
	}
	return v
}

package demo

import (
	"time"

	"entente/graph"
)

// team is what the joint team of Heron sees.
func (g *generator) team(owner organisation, compartments ...graph.Compartment) graph.Marking {
	return g.marking(owner, graph.Audience{Scope: graph.JointTeams, Operations: []graph.ID{g.made.Planted.Heron}}, compartments)
}

// own is what only the owner's officers see.
func (g *generator) own(owner organisation, compartments ...graph.Compartment) graph.Marking {
	return g.marking(owner, graph.Audience{Scope: graph.Private}, compartments)
}

// with is what the owner's officers and those of other organisations see.
func (g *generator) with(owner organisation, others ...graph.ID) graph.Marking {
	return g.marking(owner, graph.Audience{Scope: graph.Organisations, Organisations: others}, nil)
}

// open is what every officer on the hub sees.
func (g *generator) open(owner organisation) graph.Marking {
	m := g.marking(owner, graph.Audience{Scope: graph.Everyone}, nil)
	m.Classification = graph.Official
	return m
}

// identity is what only officers of the team who are cleared for the identity
// of child victims see.
func (g *generator) identity(owner organisation) graph.Marking {
	return g.team(owner, graph.VictimIdentity, graph.Child)
}

// until ends the sharing of a marking.
func until(m graph.Marking, ends time.Time) graph.Marking {
	m.Expires = ends
	return m.Canonical()
}

func (g *generator) marking(owner organisation, a graph.Audience, compartments []graph.Compartment) graph.Marking {
	return graph.Marking{
		Owner: owner.ID, Audience: a, Classification: graph.OfficialSensitive,
		Compartments: compartments, Handling: g.handling(owner.scheme, len(compartments) > 0),
	}.Canonical()
}

// handling draws the conditions of an organisation's own scheme; what is in a
// compartment always has some.
func (g *generator) handling(scheme graph.Scheme, strict bool) []graph.Handling {
	if scheme == graph.SIENA {
		if strict {
			return []graph.Handling{"H1", "H2"}
		}
		return pick(g, [][]graph.Handling{{"H0"}, {"H0"}, {"H1"}})
	}
	if strict {
		return []graph.Handling{"C", "A1", "S2"}
	}
	return pick(g, [][]graph.Handling{{"P"}, {"P"}, {"P"}, {"C", "A3", "S1"}})
}

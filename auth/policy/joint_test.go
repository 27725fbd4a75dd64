package policy_test

import (
	"testing"

	"entente/auth/policy"
	"entente/graph"
)

// A joint plan is made on what the two bring in, and of what others hold on what
// both of them see anyway.
func TestJointIsWhatBothBringIn(t *testing.T) {
	one, two, other := graph.IDOf(graph.NounOrganisation, [16]byte{1}), graph.IDOf(graph.NounOrganisation, [16]byte{2}), graph.IDOf(graph.NounOrganisation, [16]byte{3})
	team := graph.IDOf(graph.NounOperation, [16]byte{4})
	officer := graph.IDOf(graph.NounOfficer, [16]byte{5})
	private := graph.Audience{Scope: graph.Private}
	cases := []struct {
		why  string
		m    graph.Marking
		seen bool
	}{
		{"one's own", graph.Marking{Owner: one, Audience: private}, true},
		{"the other's own", graph.Marking{Owner: two, Audience: private}, true},
		{"one's own in a compartment", graph.Marking{Owner: one, Audience: private, Compartments: []graph.Compartment{graph.VictimIdentity}}, false},
		{"one's own for named officers", graph.Marking{Owner: two, Audience: graph.Audience{Scope: graph.Officers, Officers: []graph.ID{officer}}}, false},
		{"a third's own", graph.Marking{Owner: other, Audience: private}, false},
		{"a third's, shared with one", graph.Marking{Owner: other, Audience: graph.Audience{Scope: graph.Organisations, Organisations: []graph.ID{one}}}, false},
		{"a third's, shared with both", graph.Marking{Owner: other, Audience: graph.Audience{Scope: graph.Organisations, Organisations: []graph.ID{one, two}}}, true},
		{"a third's, shared with the team", graph.Marking{Owner: other, Audience: graph.Audience{Scope: graph.JointTeams, Operations: []graph.ID{team}}}, true},
		{"a third's, shared with all", graph.Marking{Owner: other, Audience: graph.Audience{Scope: graph.Everyone}}, true},
		{"nobody's", graph.Marking{Audience: private}, false},
	}
	var markings []graph.Marking
	for _, c := range cases {
		markings = append(markings, c.m)
	}
	sight, turned := policy.Joint(one, two, team, markings, theDay()), policy.Joint(two, one, team, markings, theDay())
	for i, c := range cases {
		if sight.Sees(graph.MarkingID(i)) != c.seen {
			t.Errorf("%s: %v", c.why, !c.seen)
		}
	}
	if sight.Key() != turned.Key() {
		t.Error("it depends on who is named first")
	}
}

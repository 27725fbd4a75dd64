package graph_test

import (
	"slices"
	"testing"

	"entente/graph"
)

func lying(record byte, x, y float64) graph.ViewPlace {
	return graph.ViewPlace{Record: graph.IDOf(graph.NounRecord, [16]byte{record}), X: x, Y: y}
}

// Drawn together, a view keeps what is left of what and what is in one line, and
// nothing of how far.
func TestAViewDrawnTogetherHasNoRoomBetween(t *testing.T) {
	near := graph.View{Places: []graph.ViewPlace{lying(1, 0, 5), lying(2, 1, 5), lying(3, 2, -1), lying(4, 2, 7)}}
	far := graph.View{Places: []graph.ViewPlace{lying(1, -900, 40), lying(2, 3, 40), lying(3, 800, 0.5), lying(4, 800, 41)}}
	one, other := near.DrawnTogether(), far.DrawnTogether()
	if !slices.Equal(one.Places, other.Places) {
		t.Errorf("%v and %v", one.Places, other.Places)
	}
	if p := one.Places; p[0].Y != p[1].Y || p[2].X != p[3].X || p[0].X >= p[1].X || p[1].X-p[0].X != p[2].X-p[1].X {
		t.Errorf("the order is lost: %v", p)
	}
	if near.Places[2].X != 2 {
		t.Error("the view itself was changed")
	}
}

// A comment is never for more than what it is on is for.
func TestACommentIsMarkedAtLeastAsStrictly(t *testing.T) {
	own, other, third := graph.IDOf(graph.NounOrganisation, [16]byte{1}), graph.IDOf(graph.NounOrganisation, [16]byte{2}), graph.IDOf(graph.NounOrganisation, [16]byte{3})
	officer, team := graph.IDOf(graph.NounOfficer, [16]byte{4}), graph.IDOf(graph.NounOperation, [16]byte{5})
	child := []graph.Compartment{graph.Child}
	for name, test := range map[string]struct {
		on     graph.Audience
		owner  graph.ID
		shared bool
		want   graph.Audience
	}{
		"for oneself":                       {graph.Audience{Scope: graph.Everyone}, other, false, graph.Audience{Scope: graph.Private}},
		"on one's own, private":             {graph.Audience{Scope: graph.Private}, own, true, graph.Audience{Scope: graph.Private}},
		"on another's, for us":              {graph.Audience{Scope: graph.Organisations, Organisations: []graph.ID{own}}, other, true, graph.Audience{Scope: graph.Organisations, Organisations: []graph.ID{other}}},
		"on another's, for several":         {graph.Audience{Scope: graph.Organisations, Organisations: []graph.ID{third, own}}, other, true, graph.Audience{Scope: graph.Organisations, Organisations: []graph.ID{other, third}}},
		"on a team's":                       {graph.Audience{Scope: graph.JointTeams, Operations: []graph.ID{team}}, other, true, graph.Audience{Scope: graph.JointTeams, Operations: []graph.ID{team}, Organisations: []graph.ID{other}}},
		"on everybody's":                    {graph.Audience{Scope: graph.Everyone}, other, true, graph.Audience{Scope: graph.Everyone}},
		"named officers narrow it":          {graph.Audience{Scope: graph.Officers, Officers: []graph.ID{officer}}, own, false, graph.Audience{Scope: graph.Officers, Officers: []graph.ID{officer}}},
		"named officers, shared, narrow it": {graph.Audience{Scope: graph.Officers, Officers: []graph.ID{officer}}, own, true, graph.Audience{Scope: graph.Officers, Officers: []graph.ID{officer}}},
	} {
		m := graph.Marking{Owner: test.owner, Audience: test.on, Classification: graph.OfficialSensitive, Compartments: child}
		want := graph.Marking{Owner: own, Audience: test.want, Classification: graph.OfficialSensitive, Compartments: child}
		got := graph.CommentOn(m, own, test.shared)
		if !got.Same(want.Canonical()) {
			t.Errorf("%s: %+v", name, got)
		}
		if err := got.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

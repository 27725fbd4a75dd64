package graph_test

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"

	"entente/graph"
)

// anyAudience draws a shared audience over three organisations and three teams.
func anyAudience() *rapid.Generator[graph.Audience] {
	return rapid.Custom(func(t *rapid.T) graph.Audience {
		some := func(noun graph.Noun, label string) []graph.ID {
			var ids []graph.ID
			for n := range 3 {
				if rapid.Bool().Draw(t, label) {
					ids = append(ids, graph.IDOf(noun, [16]byte(bytes.Repeat([]byte{byte(n + 1)}, 16))))
				}
			}
			return ids
		}
		if rapid.IntRange(0, 4).Draw(t, "everyone") == 0 {
			return graph.Audience{Scope: graph.Everyone}
		}
		a := graph.Audience{Scope: graph.Organisations, Organisations: some(graph.NounOrganisation, "organisation")}
		if teams := some(graph.NounOperation, "team"); len(teams) > 0 {
			a.Scope, a.Operations = graph.JointTeams, teams
		}
		if len(a.Organisations)+len(a.Operations) == 0 {
			a.Scope = graph.Everyone
		}
		return a
	})
}

// Whoever is in one is in the wider one, and nobody else; whoever is in the
// narrower one is in both.
func TestAudiencesWidenAndNarrowByWhoIsInThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyAudience().Draw(t, "a"), anyAudience().Draw(t, "b")
		with, within := a.With(b), a.Within(b)
		for _, m := range []graph.Audience{with, within} {
			if err := (graph.Marking{Classification: graph.Official, Audience: m}).Check(); err != nil {
				t.Fatalf("%+v: %v", m, err)
			}
		}
		for n := range 3 {
			bits := [16]byte(bytes.Repeat([]byte{byte(n + 1)}, 16))
			organisation, team := graph.IDOf(graph.NounOrganisation, bits), graph.IDOf(graph.NounOperation, bits)
			if with.Reaches(organisation) != (a.Reaches(organisation) || b.Reaches(organisation)) ||
				with.ReachesTeam(team) != (a.ReachesTeam(team) || b.ReachesTeam(team)) {
				t.Fatalf("%+v with %+v is %+v", a, b, with)
			}
			if within.Reaches(organisation) != (a.Reaches(organisation) && b.Reaches(organisation)) ||
				within.ReachesTeam(team) != (a.ReachesTeam(team) && b.ReachesTeam(team)) {
				t.Fatalf("%+v within %+v is %+v", a, b, within)
			}
		}
	})
}

func TestNobodyButTheOwnerIsInAPrivateAudience(t *testing.T) {
	for _, a := range []graph.Audience{{Scope: graph.Private}, {Scope: graph.Officers, Officers: []graph.ID{"p"}}} {
		if a.Shared() || a.Reaches("g") || a.ReachesTeam("o") {
			t.Errorf("%+v is shared", a)
		}
	}
}

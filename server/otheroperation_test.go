package server_test

import (
	"testing"
	"time"

	"entente/casework"
	"entente/graph"
	"entente/graph/neo4j/neo4jtest"
)

// Somebody whose organisation has no part in an operation learns nothing of it
// by filtering for it, even where the people and their roles are for everyone.
func TestAFilterByAnOperationOfOthersKeepsNothing(t *testing.T) {
	at := neo4jtest.Start(t)
	at.Empty(t)
	c := newCast(0)
	h := openHub(t, at, c.known)
	ours := c.organisations[0].ID
	everyone := graph.Marking{Owner: ours, Audience: graph.Audience{Scope: graph.Everyone}, Classification: graph.Official}
	wren := graph.Operation{
		ID: twinID(graph.NounOperation, "Wren"), Hub: "hub.test.example", Name: "Operation Wren",
		Agreement: graph.Agreement{LegalBasis: "an invented agreement", Purpose: "to test", Signed: "2010-01-01", From: "2010-01-01", Until: "2011-01-01"},
		Parties:   []graph.Party{{Organisation: ours, From: theDay().Add(-time.Hour)}},
	}
	team := everyone
	team.Audience = graph.Audience{Scope: graph.JointTeams, Operations: []graph.ID{wren.ID}}
	person := func(name string, m graph.Marking) graph.Record {
		return graph.Record{
			Contribution: graph.Contribution{ID: twinID(graph.NounRecord, name), Source: "INT-1", Version: twinID(graph.NounVersion, name), Marking: m},
			Details:      &graph.Person{Name: name},
		}
	}
	suspect, theirs := person("Ana Mock", everyone), everyone
	theirs.Owner = c.known["RO0.0"].Organisation
	held := person("Radu Mock", theirs)
	role := func(name string, of graph.ID) graph.Involvement {
		return graph.Involvement{
			Contribution: graph.Contribution{ID: twinID(graph.NounInvolvement, name), Source: "INT-1", Version: twinID(graph.NounVersion, name), Marking: everyone},
			Operation:    wren.ID, Person: of, Role: graph.Suspect,
		}
	}
	h.load(casework.Case{
		Name: "wren", Organisations: c.organisations, Officers: c.officers, Operations: []graph.Operation{wren},
		Records:      []graph.Record{suspect, held, person("Ion Mock", team)},
		Involvements: []graph.Involvement{role("a", suspect.ID), role("b", held.ID)},
	})
	in := `{operation: "` + string(wren.ID) + `"`
	for _, of := range []struct {
		officer, filter string
		want            int
	}{{"GB0.0", in + "}", 1}, {"GB0.0", in + ", involved: [SUSPECT]}", 2}, {"RO0.0", in + "}", 0}, {"RO0.0", in + ", involved: [SUSPECT]}", 0}} {
		var got struct {
			Records struct {
				TotalCount int
				Nodes      []struct{ ID graph.ID }
			}
		}
		h.get(of.officer, `{ records(filter: `+of.filter+`) { totalCount nodes { id } } }`, nil, &got)
		if got.Records.TotalCount != of.want || len(got.Records.Nodes) != of.want {
			t.Errorf("%s filters by %s and gets %+v", of.officer, of.filter, got)
		}
	}
	// Nor is one's own record picked for sharing by what others say of it there.
	for _, filter := range []string{in + "}", in + ", involved: [SUSPECT]}"} {
		var got struct {
			PreviewShare struct{ GoingCount, StayingCount int }
		}
		h.get("RO0.0", `{ previewShare(input: { act: RECALL, filter: `+filter+` }) { goingCount stayingCount } }`, nil, &got)
		if got.PreviewShare.GoingCount+got.PreviewShare.StayingCount != 0 {
			t.Errorf("sharing by %s is about %+v", filter, got)
		}
	}
}

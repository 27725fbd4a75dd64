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
	suspect := person("Ana Mock", everyone)
	h.load(casework.Case{
		Name: "wren", Organisations: c.organisations, Officers: c.officers, Operations: []graph.Operation{wren},
		Records: []graph.Record{suspect, person("Ion Mock", team)},
		Involvements: []graph.Involvement{{
			Contribution: graph.Contribution{ID: twinID(graph.NounInvolvement, "a"), Source: "INT-1", Version: twinID(graph.NounVersion, "a"), Marking: everyone},
			Operation:    wren.ID, Person: suspect.ID, Role: graph.Suspect,
		}},
	})
	for officer, want := range map[string]int{"GB0.0": 1, "RO0.0": 0} {
		for _, filter := range []string{`{operation: "` + string(wren.ID) + `", involved: [SUSPECT]}`, `{operation: "` + string(wren.ID) + `"}`} {
			var got struct {
				Records struct {
					TotalCount int
					Nodes      []struct{ ID graph.ID }
				}
			}
			h.get(officer, `{ records(filter: `+filter+`) { totalCount nodes { id } } }`, nil, &got)
			if got.Records.TotalCount != want || len(got.Records.Nodes) != want {
				t.Errorf("%s filters by %s and gets %+v", officer, filter, got)
			}
		}
	}
}

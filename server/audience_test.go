package server_test

import (
	"testing"

	"entente/casework"
	"entente/graph"
)

const audienceOf = `query($id: ID!) { node(id: $id) { ... on Record {
	label marking { audience { scope officers organisations { id } operations { id } } } } } }`

// audience is who sees a record, as an officer is told.
type audience struct {
	Scope                     string
	Organisations, Operations []struct{ ID string }
}

func (w *team) audienceOf(officer, record string) audience {
	w.tb.Helper()
	var got struct {
		Node struct{ Marking struct{ Audience audience } }
	}
	w.get(officer, audienceOf, map[string]any{"id": record}, &got)
	return got.Node.Marking.Audience
}

// Whether what an organisation was given is for a joint team of others as well
// is none of its business: the answer is that for what it was given alone.
func TestAnAudienceTellsNobodyOfTeamsOfOthers(t *testing.T) {
	w := newTeam(t)
	ana, others := w.known["ana"], id(t, graph.NounOperation)
	w.load(casework.Case{Name: "others", Operations: []graph.Operation{{
		ID: others, Hub: "hub.test.example", Name: "Operation Others",
		Agreement: graph.Agreement{LegalBasis: "an agreement", Purpose: "to test", From: "2010-01-01"},
		Parties:   []graph.Party{{Organisation: w.uk, From: begun()}},
		Members: []graph.Member{{
			Officer: ana.Officer, Name: ana.Name, Organisation: ana.Organisation, Role: graph.TeamInvestigator, From: begun(),
		}},
	}}})
	teams := func(ids ...graph.ID) map[string]any {
		return map[string]any{"audience": map[string]any{"scope": "JOINT_TEAMS", "operations": ids, "organisations": []any{w.ro}}}
	}
	for _, c := range []struct {
		why, officer string
		marking      map[string]any
		scope        string
		operations   int
	}{
		{"a team of others", "bogdan", teams(others), "ORGANISATIONS", 0},
		{"of the organisation alone", "bogdan", map[string]any{"audience": toOrganisations(w.ro)}, "ORGANISATIONS", 0},
		{"a team of others, asked by its member", "ana", teams(others), "JOINT_TEAMS", 1},
		{"one's own team and one of others", "bogdan", teams(w.operation, others), "JOINT_TEAMS", 1},
	} {
		record := w.person("ana", "Given Example", c.marking).Record.ID
		got := w.audienceOf(c.officer, record)
		if got.Scope != c.scope || len(got.Operations) != c.operations || len(got.Organisations) != 1 {
			t.Errorf("%s: told %+v", c.why, got)
		}
	}
}

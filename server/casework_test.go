package server_test

import (
	"context"
	"encoding/json"

	"entente/auth/policy"
	"entente/casework"
	"entente/graph"
)

// sightOf is what an officer sees now.
func (w *team) sightOf(officer string) policy.Sight {
	w.tb.Helper()
	ctx, p := context.Background(), w.known[officer]
	standing, err := w.store.Standing(ctx, p.Officer, p.Organisation, w.now())
	must(w.tb, err)
	markings, err := w.store.Markings(ctx, 0)
	must(w.tb, err)
	return policy.See(p, standing.Operations, markings[:standing.Markings], w.now())
}

// told is a notice in somebody's sight.
type toldOf struct {
	graph.Notice
	About []graph.ID
}

// notices are those in an officer's sight, newest first.
func (w *team) notices(officer string) []toldOf {
	w.tb.Helper()
	found, _, err := w.store.CaseObjects(context.Background(), w.sightOf(officer),
		graph.CaseFilter{Kinds: []graph.CaseKind{graph.CaseNotice}}, graph.Page{Limit: 1000})
	must(w.tb, err)
	var out []toldOf
	for _, object := range found {
		n := toldOf{About: object.About}
		must(w.tb, json.Unmarshal(object.Body, &n.Notice))
		out = append(out, n)
	}
	return out
}

// endOperation loads an operation of Ana's that has ended, and gives its id.
func (w *team) endOperation() graph.ID {
	w.tb.Helper()
	p := w.known["ana"]
	ended := graph.Operation{
		ID: id(w.tb, graph.NounOperation), Hub: "hub.test.example", Name: "Operation Over", Ended: begun().AddDate(0, 1, 0),
		Agreement: graph.Agreement{LegalBasis: "an agreement", Purpose: "to test", From: "2010-01-01"},
		Parties:   []graph.Party{{Organisation: w.uk, From: begun()}},
		Members:   []graph.Member{{Officer: p.Officer, Name: p.Name, Organisation: w.uk, Role: graph.TeamLeader, From: begun()}},
	}
	w.load(casework.Case{Name: string(ended.ID), Operations: []graph.Operation{ended}})
	return ended.ID
}

// third makes an organisation known that is in no team, and gives its id.
func (w *team) third() graph.ID {
	w.tb.Helper()
	o := graph.Organisation{
		ID: id(w.tb, graph.NounOrganisation), Hub: "hub.test.example", Name: "Third Test Agency", Country: "GB", Kind: graph.Police, Contact: "third desk",
	}
	must(w.tb, w.casework.AddOrganisation(context.Background(), w.known["ana"].Officer, o))
	return o.ID
}

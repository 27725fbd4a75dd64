package server_test

import (
	"crypto/rand"
	"testing"

	"entente/auth"
)

// retire withdraws an element of an officer's own organisation.
func (w *team) retire(officer, field, id, version string) {
	w.tb.Helper()
	var got map[string]struct{ ID string }
	w.get(officer, "mutation($input: RetireInput!) { "+field+"(input: $input) { id } }",
		map[string]any{"input": map[string]any{"idempotencyKey": rand.Text(), "id": id, "version": version}}, &got)
}

// What others withdraw, take back or mark anew out of Bogdan's sight changes
// nothing of a job of his, nor does a team that he knows nothing of. What leaves
// his own sight does.
func TestWhatOthersLoseOutdatesNoJob(t *testing.T) {
	w := newTeam(t)
	w.known["tess"] = w.officer("tess", w.uk, auth.TeamAdministrator)
	open, other := w.person("ana", "Open Example", w.shared()), w.person("ana", "Other Example", w.shared())
	tie := w.link("ana", "ASSOCIATE", open.Record.ID, other.Record.ID, w.shared())
	hidden, lent := w.person("ana", "Hidden Example", nil), w.person("ana", "Lent Example", nil)
	half := w.link("ana", "ASSOCIATE", open.Record.ID, hidden.Record.ID, w.shared())
	own := w.link("ana", "ASSOCIATE", open.Record.ID, other.Record.ID, nil)
	begin := func() string {
		id := w.start("bogdan", map[string]any{"structure": map[string]any{}})
		if job := w.ended("bogdan", id); job.State != "DONE" {
			t.Fatalf("%+v", job)
		}
		return id
	}
	id := begin()
	for _, step := range []struct {
		why string
		act func()
	}{
		{"a new kind of marking", func() {
			w.person("ana", "Marked Example", map[string]any{"audience": map[string]any{"scope": "PRIVATE"}, "handling": []any{"P"}})
		}},
		{"a link, shared, whose end is not", func() { w.retire("ana", "retireLink", half.Link.ID, half.Link.Version) }},
		{"a link of hers", func() { w.retire("ana", "retireLink", own.Link.ID, own.Link.Version) }},
		{"a record that is marked anew", func() {
			lent = w.amend("ana", lent, "Lent Example", map[string]any{"audience": map[string]any{"scope": "PRIVATE"}, "handling": []any{"P"}})
		}},
		{"a record of hers", func() { w.retire("ana", "retireRecord", hidden.Record.ID, hidden.Record.Version) }},
		{"a team of others", func() {
			w.get("tess", `mutation($input: ProposeOperationInput!) { proposeOperation(input: $input) { revision } }`, input(map[string]any{
				"name": "Operation Elsewhere", "parties": []any{w.uk, w.third()},
				"agreement": map[string]any{"legalBasis": "an agreement", "purpose": "to test", "from": "2010-01-01", "until": "2100-01-01"},
			}), &struct{}{})
		}},
	} {
		step.act()
		if job := w.ended("bogdan", id); job.State != "DONE" {
			t.Errorf("%s goes, and a job of Bogdan's is told of it: %+v", step.why, job)
		}
	}
	for _, step := range []struct {
		why string
		act func()
	}{
		{"a link", func() { w.retire("ana", "retireLink", tie.Link.ID, tie.Link.Version) }},
		{"a record", func() { other = w.amend("ana", other, "Other Example", w.private()) }},
	} {
		id := begin()
		step.act()
		if job := w.ended("bogdan", id); job.State != "OUTDATED" {
			t.Errorf("%s left Bogdan's sight: %+v", step.why, job)
		}
	}
}

package server_test

import (
	"strings"
	"testing"

	"entente/graph/neo4j/neo4jtest"
)

// When an organisation is no party any more, whether it withdraws or the others
// amend the agreement, the lines of all its officers end, on the other process too; those of
// the others go on, and tell what was written by the other process.
func TestAPartyThatWasRemovedHasNoLines(t *testing.T) {
	for name, remove := range map[string]func(w *agreed, id, version string){
		"withdraws": func(w *agreed, id, _ string) {
			w.operate("adminRO", "withdrawParty", "WithdrawPartyInput", map[string]any{"id": id})
		},
		"is amended away": func(w *agreed, id, version string) {
			w.operate("adminUK", "amendOperation", "AmendOperationInput", map[string]any{
				"id": id, "version": version, "parties": []any{w.uk},
				"agreement": map[string]any{"legalBasis": "a treaty", "purpose": "to go on alone", "from": "2010-01-01", "until": "2010-12-31"},
			})
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newAgreed(t)
			other := openHub(t, neo4jtest.Start(t), w.known)
			w.person("bogdan", "First Example", nil) // both processes follow
			o := w.lapwing().Operation
			within := map[string]any{"operation": o.ID}
			here, there, everywhere := w.listen("bogdan", watchChanges, within), other.listen("bogdan", watchChanges, within), other.listen("bogdan", watchChanges, nil)
			ana := other.listen("ana", watchChanges, within)
			for _, l := range []*line{here, there, everywhere, ana} {
				if got := l.next(); got != begunEvent {
					t.Fatalf("first: %s", got)
				}
			}
			before := w.person("ana", "Before Example", w.sharedWith(o.ID))
			for _, l := range []*line{here, there, everywhere, ana} {
				if got := l.next(); got != told("APPEARED", before.Record.ID, record("Before Example")) {
					t.Errorf("told %s", got)
				}
			}
			w.later.Add(60)
			other.later.Add(60)
			remove(w, o.ID, o.Version)
			after := w.person("ana", "After Example", w.sharedWith(o.ID))
			for _, l := range []*line{here, there} {
				if got := l.next(); !strings.Contains(got, `"NOT_FOUND"`) {
					t.Errorf("the line of the operation: %s", got)
				}
			}
			if got := everywhere.next(); !strings.Contains(got, `"LIMIT_EXCEEDED"`) {
				t.Errorf("the line of everything: %s", got)
			}
			for _, l := range []*line{here, there, everywhere} {
				if event, open := <-l.events; open {
					t.Errorf("and then %s", event)
				}
			}
			if got := ana.next(); got != told("APPEARED", after.Record.ID, record("After Example")) {
				t.Errorf("Ana is told %s", got)
			}
		})
	}
}

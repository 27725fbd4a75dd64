package server_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/auth"
	"entente/graph"
)

// withNumbers are records with a number: the first of each kind is held out of
// sight, the others by nobody.
func withNumbers() map[string][3]map[string]any {
	passport := func(n string) map[string]any {
		return details("travelDocument", "document", "PASSPORT", "number", n, "country", "RO")
	}
	phone := func(n string) map[string]any { return details("phone", "number", n) }
	plate := func(n string) map[string]any { return details("vehicle", "registrationNumber", n, "country", "GB") }
	return map[string][3]map[string]any{
		"passport": {passport("MOCK70001"), passport("MOCK70002"), passport("MOCK70003")},
		"phone":    {phone("+40700900701"), phone("+40700900702"), phone("+40700900703")},
		"plate":    {plate("XX07MKA"), plate("XX07MKB"), plate("XX07MKC")},
	}
}

// contributes enters a record and gives the answer without what is the record's
// own: its ids, its revision and its number; and the statements it took.
func (w *team) contributes(officer string, of map[string]any) (id, answer string, statements []string) {
	w.tb.Helper()
	variables := input(map[string]any{"source": "INT-1", "details": of})
	body := string(w.ask(officer, createRecord, variables))
	statements = w.last.Load().sorted()
	var got struct{ CreateRecord written }
	w.get(officer, createRecord, variables, &got) // the same key: the same outcome
	r := got.CreateRecord.Record
	for what, name := range map[string]string{r.ID: "ID", r.Version: "VERSION", r.Label: "LABEL"} {
		body = strings.ReplaceAll(body, what, name)
	}
	begin := strings.Index(body, `"revision":"`) + len(`"revision":"`)
	length := strings.Index(body[begin:], `"`)
	return r.ID, body[:begin] + fmt.Sprintf("%d bytes", length) + body[begin+length:], statements
}

// sorted are the names of the statements; fields that are resolved side by side
// send theirs in any order.
func (s *sent) sorted() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Sorted(slices.Values(s.names))
}

// Who enters a record whose number another organisation holds out of sight is
// answered as if it were new, after as many statements, finds the own record
// alone, and nobody is told.
func TestANumberHeldOutOfSightIsAsIfItDidNotExist(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	for name, pair := range withNumbers() {
		hidden, _, _ := w.contributes("ana", pair[0])
		w.contributes("bogdan", pair[2]) // interns what the first record of its owner does
		before := string(w.ask("ana", elementQuery, map[string]any{"id": hidden}))
		var answers [2]string
		var found, took [2][]string
		for i, of := range pair[:2] {
			var id string
			id, answers[i], took[i] = w.contributes("bogdan", of)
			var listed struct {
				Records struct{ Nodes []struct{ ID string } }
			}
			w.get("bogdan", `{ records(first: 500) { nodes { id } } }`, nil, &listed)
			for _, n := range listed.Records.Nodes {
				if n.ID == id || n.ID == hidden {
					found[i] = append(found[i], n.ID)
				}
			}
			if !slices.Equal(found[i], []string{id}) {
				t.Errorf("%s: %s is listed %v", name, id, found[i])
			}
		}
		if answers[0] != answers[1] {
			t.Errorf("a %s that is held out of sight:\n%s\nand one that is not:\n%s", name, answers[0], answers[1])
		}
		if len(took[0]) == 0 || !slices.Equal(took[0], took[1]) {
			t.Errorf("a %s that is held out of sight takes %v, and one that is not %v", name, took[0], took[1])
		}
		if after := string(w.ask("ana", elementQuery, map[string]any{"id": hidden})); after != before {
			t.Errorf("the hidden %s was:\n%s\nand is:\n%s", name, before, after)
		}
	}
	for _, officer := range []string{"ana", "bogdan", "sofia"} {
		if got := string(w.ask(officer, `{ notices { totalCount } }`, nil)); got != `{"data":{"notices":{"totalCount":0}}}` {
			t.Errorf("%s is told: %s", officer, got)
		}
	}
}

// The same holds for an import: it says the same, and writes the same with the
// same statements.
func TestAnImportOfANumberHeldOutOfSightIsAsIfItDidNotExist(t *testing.T) {
	w := newTeam(t)
	for _, d := range []func(n int) graph.RecordDetails{
		func(n int) graph.RecordDetails {
			return &graph.TravelDocument{Document: "PASSPORT", Number: fmt.Sprintf("MOCK8000%d", n), Country: "RO"}
		},
		func(n int) graph.RecordDetails { return &graph.Phone{Number: fmt.Sprintf("+4070090080%d", n)} },
		func(n int) graph.RecordDetails {
			return &graph.Vehicle{RegistrationNumber: fmt.Sprintf("XX08MK%d", n), Country: "GB"}
		},
	} {
		hidden := w.imports(w.uk, d(1))
		w.imports(w.ro, d(3)) // interns the marking of its owner's first record,
		w.imports(w.ro, d(4)) // which the next one reads
		var outcomes [2]string
		var ids [2]graph.ID
		var took [2][]string
		for i := range 2 {
			got := w.imports(w.ro, d(i+1))
			outcomes[i], ids[i], took[i] = got.said, got.id, got.statements
		}
		if len(took[0]) == 0 || !slices.Equal(took[0], took[1]) {
			t.Errorf("an import of what is held out of sight takes %v, and of what is not %v", took[0], took[1])
		}
		if outcomes[0] != outcomes[1] {
			t.Errorf("an import of what is held out of sight: %s, and of what is not: %s", outcomes[0], outcomes[1])
		}
		for _, id := range ids {
			if !w.sees("bogdan", string(id)) || w.sees("ana", string(id)) {
				t.Errorf("what was imported, %s, is not its owner's alone", id)
			}
		}
		if w.sees("bogdan", string(hidden.id)) || !w.sees("ana", string(hidden.id)) {
			t.Errorf("the hidden %s is not its owner's alone any more", hidden.id)
		}
	}
}

// imported is what an import of one record said, the record, and the statements
// it took.
type imported struct {
	said       string
	id         graph.ID
	statements []string
}

func (w *team) imports(owner graph.ID, d graph.RecordDetails) imported {
	w.tb.Helper()
	ctx := context.Background()
	r := graph.Record{Contribution: graph.Contribution{
		ID: id(w.tb, graph.NounRecord), Hub: "hub.test.example", Source: "INT-1", Marking: graph.OwnOrganisationOnly(owner),
	}, Details: d}
	in := w.casework.NewImporter(auth.OfficerID("test", "importer"), string(r.ID))
	var own sent
	must(w.tb, in.Record(own.in(ctx), r))
	must(w.tb, in.Flush(own.in(ctx)))
	revision, err := w.store.Revision(ctx)
	must(w.tb, err)
	must(w.tb, w.engine.WaitFor(ctx, revision))
	return imported{fmt.Sprintf("%d records, %d links, %d batches, %d repeated", in.Records, in.Links, in.Batches, in.Repeated), r.ID, own.sorted()}
}

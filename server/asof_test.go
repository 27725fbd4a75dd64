package server_test

import (
	"crypto/rand"
	"fmt"
	"testing"
	"time"
)

// What did we know when we decided? A woman is entered, renamed, shared, and
// judged to be the same as another record, a minute apart each.
func TestWhatWasKnownThen(t *testing.T) {
	w := newTeam(t)
	minute := func(n int) string { return theDay().Add(time.Duration(n) * time.Minute).Format(time.RFC3339) }
	at := func(n int) { w.later.Store(int64(n * 60)) }
	at(1)
	first := w.person("ana", "Firstname Example", nil)
	other := w.person("ana", "Other Example", nil)
	at(2)
	var amended struct{ AmendRecord written }
	w.get("ana", `mutation($input: AmendRecordInput!) { amendRecord(input: $input) { record { id version } } }`, map[string]any{"input": map[string]any{
		"idempotencyKey": rand.Text(), "id": first.Record.ID, "version": first.Record.Version, "source": "INT-7", "marking": w.shared(),
		"details": map[string]any{"person": map[string]any{"name": "Secondname Example"}},
	}}, &amended)
	at(3)
	judged := w.link("ana", "SAME_AS", first.Record.ID, other.Record.ID, nil)
	at(4)
	var retired struct{ RetireLink struct{ ID string } }
	w.get("ana", `mutation($input: RetireInput!) { retireLink(input: $input) { id } }`, map[string]any{"input": map[string]any{
		"idempotencyKey": rand.Text(), "id": judged.Link.ID, "version": judged.Link.Version,
	}}, &retired)
	const query = `query($id: ID!, $at: DateTime) { node(id: $id, asOf: $at) { ... on Record { label entity { records { label } }
		links(first: 5) { totalCount nodes { kind to { label } } } linkCounts { kind count } } } }`
	for n, want := range map[int]string{
		0: "",
		1: "Firstname Example; entity of 1; 0 links",
		2: "Secondname Example; entity of 1; 0 links",
		3: "Secondname Example; entity of 2; 1 links",
		4: "Secondname Example; entity of 1; 0 links",
	} {
		if got := w.asOf("ana", query, first.Record.ID, minute(n)); got != want {
			t.Errorf("minute %d: Ana reads %q, want %q", n, got, want)
		}
	}
	// Bogdan sees the version that was shared, and not that there was another.
	if got := w.asOf("bogdan", query, first.Record.ID, minute(1)); got != "" {
		t.Errorf("Bogdan reads of a time before the record was shared: %q", got)
	}
	if got := w.asOf("bogdan", query, first.Record.ID, minute(3)); got != "Secondname Example; entity of 1; 0 links" {
		t.Errorf("Bogdan reads %q", got)
	}
	var versions struct {
		Node struct{ Versions []struct{ Label string } }
	}
	w.get("bogdan", `query($id: ID!) { node(id: $id) { ... on Record { versions { label } } } }`, map[string]any{"id": first.Record.ID}, &versions)
	if fmt.Sprint(versions.Node.Versions) != "[{Secondname Example}]" {
		t.Errorf("Bogdan sees the versions %v", versions.Node.Versions)
	}
}

// asOf says what an officer reads of a record as of a time, "" for not found.
func (w *team) asOf(officer, query, record, at string) string {
	w.tb.Helper()
	variables := map[string]any{"id": record, "at": at}
	if body := w.ask(officer, query, variables); len(body) > 9 && string(body[2:8]) == "errors" {
		if code, _ := w.fault(officer, query, variables); code != "NOT_FOUND" {
			w.tb.Errorf("%s: %s", officer, body)
		}
		return ""
	}
	var got struct {
		Node struct {
			Label  string
			Entity struct{ Records []struct{ Label string } }
			Links  struct{ TotalCount int }
		}
	}
	w.get(officer, query, variables, &got)
	return fmt.Sprintf("%s; entity of %d; %d links", got.Node.Label, len(got.Node.Entity.Records), got.Node.Links.TotalCount)
}

package server_test

import (
	"crypto/rand"
	"fmt"
	"testing"
	"time"

	"entente/auth"
	"entente/casework"
	"entente/graph"
	"entente/graph/neo4j/neo4jtest"
)

// team is two organisations with a joint operation, under ids of their own, so
// that tests share a database without meeting.
type team struct {
	*hub
	uk, ro    graph.ID
	operation graph.ID
	known     callers
}

func newTeam(t testing.TB) *team {
	t.Helper()
	return teamOver(t, func(s casework.Store) casework.Store { return s })
}

// teamOver is a team on a hub whose casework is given another store.
func teamOver(t testing.TB, over func(casework.Store) casework.Store) *team {
	t.Helper()
	w := &team{uk: id(t, graph.NounOrganisation), ro: id(t, graph.NounOrganisation), operation: id(t, graph.NounOperation), known: callers{}}
	w.known["ana"] = w.officer("ana", w.uk, auth.Investigator)
	w.known["bogdan"] = w.officer("bogdan", w.ro, auth.Investigator)
	w.known["carla"] = w.officer("carla", w.ro, auth.Analyst)
	w.known["admin"] = w.officer("admin", w.uk, auth.SystemAdministrator)
	idle := w.officer("idle", w.uk, auth.Investigator)
	idle.Purpose = ""
	w.known["idle"] = idle
	w.hub = openHubOver(t, neo4jtest.Start(t), w.known, over)
	operation := graph.Operation{
		ID: w.operation, Hub: "hub.test.example", Name: "Operation Test",
		Agreement: graph.Agreement{LegalBasis: "an agreement", Purpose: "to test", From: "2010-01-01"},
		Parties:   []graph.Party{{Organisation: w.uk, From: begun()}, {Organisation: w.ro, From: begun()}},
	}
	for _, name := range []string{"ana", "bogdan"} {
		p := w.known[name]
		operation.Members = append(operation.Members, graph.Member{
			Officer: p.Officer, Name: p.Name, Organisation: p.Organisation, Role: graph.TeamInvestigator, From: begun(),
		})
	}
	c := casework.Case{Name: "team", Operations: []graph.Operation{operation}, Organisations: []graph.Organisation{
		{ID: w.uk, Hub: "hub.test.example", Name: "UK Test Police", Country: "GB", Kind: graph.Police, Contact: "desk"},
		{ID: w.ro, Hub: "hub.test.example", Name: "RO Test Police", Country: "RO", Kind: graph.Police, Contact: "desk"},
	}}
	for _, p := range w.known {
		c.Officers = append(c.Officers, graph.Officer{ID: p.Officer, Name: p.Name, Organisation: p.Organisation})
	}
	w.load(c)
	return w
}

func begun() time.Time { return time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC) }

func (w *team) officer(name string, organisation graph.ID, role auth.Role) auth.Principal {
	return auth.Principal{
		Officer: auth.OfficerID(string(organisation), name), Issuer: string(organisation), Subject: name, Name: name,
		Organisation: organisation, Roles: []auth.Role{role}, Purpose: "testing", Expires: theDay().Add(time.Hour),
	}
}

func id(tb testing.TB, noun graph.Noun) graph.ID {
	tb.Helper()
	fresh, err := graph.NewID(noun, rand.Reader)
	must(tb, err)
	return fresh
}

const createRecord = `mutation($input: CreateRecordInput!) { createRecord(input: $input) {
	revision record { id version label kind entity { id } linkCounts { count } marking { audience { scope } } } } }`

const createLink = `mutation($input: CreateLinkInput!) { createLink(input: $input) { revision link { id version from { id } to { id } } } }`

// written is what a mutation gives.
type written struct {
	Revision string
	Record   struct {
		ID, Version, Label, Kind string
		Entity                   struct{ ID string }
		Marking                  struct{ Audience struct{ Scope string } }
	}
	Link struct{ ID, Version string }
}

func (w *team) person(officer, name string, marking map[string]any) written {
	w.tb.Helper()
	input := map[string]any{"idempotencyKey": rand.Text(), "source": "INT-1", "details": map[string]any{"person": map[string]any{"name": name}}}
	if marking != nil {
		input["marking"] = marking
	}
	var got struct{ CreateRecord written }
	w.get(officer, createRecord, map[string]any{"input": input}, &got)
	return got.CreateRecord
}

func (w *team) shared() map[string]any {
	return map[string]any{"audience": map[string]any{"scope": "JOINT_TEAMS", "operations": []any{w.operation}}}
}

func (w *team) link(officer, kind, from, to string, marking map[string]any) written {
	w.tb.Helper()
	input := map[string]any{"idempotencyKey": rand.Text(), "source": "INT-2", "kind": kind, "from": from, "to": to}
	if marking != nil {
		input["marking"] = marking
	}
	var got struct{ CreateLink written }
	w.get(officer, createLink, map[string]any{"input": input}, &got)
	return got.CreateLink
}

const labelOf = `query($id: ID!) { node(id: $id) { id ... on Record { label entity { id records { id } } } } }`

// Ana enters a person for her own organisation: Bogdan finds nothing of it.
// She shares the next with the team: he does, and Carla, who is of his
// organisation but not in the team, does not.
func TestANewRecordIsPrivateUntilShared(t *testing.T) {
	w := newTeam(t)
	secret := w.person("ana", "Private Example", nil)
	if secret.Record.Marking.Audience.Scope != "PRIVATE" {
		t.Errorf("a new record is %s, not PRIVATE", secret.Record.Marking.Audience.Scope)
	}
	open := w.person("ana", "Shared Example", w.shared())
	for officer, sees := range map[string][2]bool{"ana": {true, true}, "bogdan": {false, true}, "carla": {false, false}, "admin": {false, false}} {
		for i, record := range []written{secret, open} {
			body := string(w.ask(officer, labelOf, map[string]any{"id": record.Record.ID}))
			found := body[:16] == `{"data":{"node":` && body[16:20] != "null"
			if found != sees[i] && !(len(body) > 10 && body[2:8] == "errors" && !sees[i]) {
				t.Errorf("%s, record %d: %s", officer, i, body)
			}
		}
	}
}

// Two organisations know the same woman. Each enters her, Bogdan judges that
// both are one, and each sees one entity; un-merging is retiring the link.
func TestSameAsJoinsForWhoSeesItAndCanBeUndone(t *testing.T) {
	w := newTeam(t)
	hers, his := w.person("ana", "Maria Example", w.shared()), w.person("bogdan", "Maria Exemplu", w.shared())
	judged := w.link("bogdan", "SAME_AS", hers.Record.ID, his.Record.ID, nil)
	if n := w.members("ana", hers.Record.ID); n != 1 {
		t.Errorf("Ana does not see the judgement, yet her entity has %d records", n)
	}
	if n := w.members("bogdan", hers.Record.ID); n != 2 {
		t.Errorf("Bogdan judged, and his entity has %d records", n)
	}
	var retired struct{ RetireLink struct{ ID string } }
	w.get("bogdan", `mutation($input: RetireInput!) { retireLink(input: $input) { id revision } }`, map[string]any{"input": map[string]any{
		"idempotencyKey": rand.Text(), "id": judged.Link.ID, "version": judged.Link.Version,
	}}, &retired)
	if n := w.members("bogdan", hers.Record.ID); n != 1 {
		t.Errorf("the judgement is retired, and the entity has %d records", n)
	}
}

func (w *team) members(officer, record string) int {
	w.tb.Helper()
	var got struct {
		Node struct {
			Entity struct{ Records []struct{ ID string } }
		}
	}
	w.get(officer, labelOf, map[string]any{"id": record}, &got)
	return len(got.Node.Entity.Records)
}

// A write is repeated with its key: it is done once. Another input under the
// key, or an old version, is a conflict.
func TestWritesAreSafeToRepeat(t *testing.T) {
	w := newTeam(t)
	input := map[string]any{"idempotencyKey": rand.Text(), "source": "INT-1", "details": map[string]any{"person": map[string]any{"name": "Once Example"}}}
	var first, second struct{ CreateRecord written }
	w.get("ana", createRecord, map[string]any{"input": input}, &first)
	w.get("ana", createRecord, map[string]any{"input": input}, &second)
	if first.CreateRecord.Record.ID != second.CreateRecord.Record.ID {
		t.Errorf("a repeated write made %s and %s", first.CreateRecord.Record.ID, second.CreateRecord.Record.ID)
	}
	input["source"] = "INT-9"
	if code, _ := w.fault("ana", createRecord, map[string]any{"input": input}); code != "CONFLICT" {
		t.Errorf("another input under the same key: %s", code)
	}
	amend := func(version string) map[string]any {
		return map[string]any{"input": map[string]any{
			"idempotencyKey": rand.Text(), "id": first.CreateRecord.Record.ID, "version": version, "source": "INT-3",
			"details": map[string]any{"person": map[string]any{"name": "Twice Example"}},
		}}
	}
	const amendRecord = `mutation($input: AmendRecordInput!) { amendRecord(input: $input) { record { id version label versions { label } } } }`
	var amended struct {
		AmendRecord struct {
			Record struct{ Versions []struct{ Label string } }
		}
	}
	w.get("ana", amendRecord, amend(first.CreateRecord.Record.Version), &amended)
	if fmt.Sprint(amended.AmendRecord.Record.Versions) != "[{Twice Example} {Once Example}]" {
		t.Errorf("versions: %v", amended.AmendRecord.Record.Versions)
	}
	if code, _ := w.fault("ana", amendRecord, amend(first.CreateRecord.Record.Version)); code != "CONFLICT" {
		t.Errorf("an old version: %s", code)
	}
	if code, _ := w.fault("bogdan", amendRecord, amend(first.CreateRecord.Record.Version)); code != "NOT_FOUND" {
		t.Errorf("a record out of sight: %s", code)
	}
}

// A list of ninety people with their links costs as many statements as a list
// of ten, however the goroutines of the request run.
func TestListsCostAFixedNumberOfStatements(t *testing.T) {
	w := newTeam(t)
	people := make([]string, 100)
	for i := range people {
		people[i] = w.person("ana", fmt.Sprintf("Listed Example %03d", i), nil).Record.ID
		if i > 0 {
			w.link("ana", "ASSOCIATE", people[i-1], people[i], nil)
		}
	}
	const list = `query($n: Int!) { records(first: $n, filter: { kinds: [PERSON] }) { totalCount nodes { id label owner { name }
		entity { id label records { id } involvements { role } } involvements { role }
		links(first: 10) { totalCount nodes { id kind from { label owner { name } } to { label } } } } } }`
	count := func(n int) int64 {
		before := w.statements.Load()
		var got struct {
			Records struct{ Nodes []struct{ ID string } }
		}
		w.get("ana", list, map[string]any{"n": n}, &got)
		if len(got.Records.Nodes) != n {
			t.Fatalf("%d of %d records", len(got.Records.Nodes), n)
		}
		return w.statements.Load() - before
	}
	if ten, ninety := count(10), count(90); ten != ninety || ten > 10 {
		t.Errorf("%d statements for 10 people, %d for 90: want the same, at most 10", ten, ninety)
	}
}

package server_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"entente/audit"
)

const (
	whoCanSee = `query($id: ID!) { whoCanSee(id: $id) {
		scope holds from until roles clearances officers otherTeams organisations { name } teams { operation { name } members { name } } } }`
	whyCanISee = `query($id: ID!) { whyCanISee(id: $id) { reason says } }`
)

// from gives the audience of the team, from a second of theDay on.
func (w *team) from(second int) map[string]any {
	m := w.shared()
	m["embargo"] = theDay().Add(time.Duration(second) * time.Second).Format(time.RFC3339)
	return m
}

// Ana shares with the team from a minute on. She is told who will see it;
// Bogdan finds nothing before, and from that second on he knows why he does.
func TestTheOwnerIsToldWhoSeesAndOthersWhyTheyDo(t *testing.T) {
	w := newTeam(t)
	record := w.person("ana", "Embargo Example", w.from(60)).Record.ID
	of := map[string]any{"id": record}
	told := func(holds string) string {
		return `{"data":{"whoCanSee":{"scope":"JOINT_TEAMS","holds":` + holds + `,"from":"2010-06-01T12:01:00Z","until":null,` +
			`"roles":["INVESTIGATOR","ANALYST","SUPERVISOR"],"clearances":[],"officers":[],"otherTeams":0,` +
			`"organisations":[{"name":"UK Test Police"}],"teams":[{"operation":{"name":"Operation Test"},"members":`
	}
	if got, want := string(w.ask("ana", whoCanSee, of)), told("false"); got[:min(len(got), len(want))] != want {
		t.Errorf("%s\nnot\n%s", got, want)
	}
	for _, query := range []string{whoCanSee, whyCanISee} {
		if code, _ := w.fault("bogdan", query, of); code != "NOT_FOUND" {
			t.Errorf("before its time, %s: %s", query, code)
		}
	}
	w.later.Store(60)
	if got, want := string(w.ask("ana", whoCanSee, of)), told("true"); got[:min(len(got), len(want))] != want {
		t.Errorf("%s\nnot\n%s", got, want)
	}
	if got := w.visibleMembers(record); !slices.Equal(got, []string{"ana", "bogdan"}) {
		t.Errorf("in the team are %v", got)
	}
	if code, _ := w.fault("bogdan", whoCanSee, of); code != "GATE_CLOSED" {
		t.Errorf("who does not own it asks who sees it: %s", code)
	}
	for officer, want := range map[string]string{
		"ana": `{"data":{"whyCanISee":[{"reason":"OWN_ORGANISATION","says":"Your organisation contributed it."},` +
			`{"reason":"MEMBER_OF_TEAM","says":"It is shared with a joint team, and you are a member of it now."}]}}`,
		"bogdan": `{"data":{"whyCanISee":[{"reason":"MEMBER_OF_TEAM","says":"It is shared with a joint team, and you are a member of it now."}]}}`,
	} {
		if got := string(w.ask(officer, whyCanISee, of)); got != want {
			t.Errorf("%s: %s", officer, got)
		}
	}
}

func (w *team) visibleMembers(record string) []string {
	w.tb.Helper()
	var got struct {
		WhoCanSee struct {
			Teams []struct{ Members []struct{ Name string } }
		}
	}
	w.get("ana", whoCanSee, map[string]any{"id": record}, &got)
	var names []string
	for _, team := range got.WhoCanSee.Teams {
		for _, m := range team.Members {
			names = append(names, m.Name)
		}
	}
	slices.Sort(names)
	return names
}

// Links and roles are asked about as records are.
func TestWhoSeesALinkOrARole(t *testing.T) {
	w := newTeam(t)
	a, b := w.person("ana", "One Example", w.shared()).Record.ID, w.person("ana", "Two Example", w.shared()).Record.ID
	open := map[string]any{"audience": map[string]any{"scope": "EVERYONE"}}
	named := map[string]any{"audience": map[string]any{"scope": "OFFICERS", "officers": []any{w.known["ana"].Officer}}}
	var role struct {
		CreateInvolvement struct{ Involvement struct{ ID string } }
	}
	w.get("ana", `mutation($input: CreateInvolvementInput!) { createInvolvement(input: $input) { involvement { id } } }`, input(map[string]any{
		"source": "INT-3", "operation": w.operation, "person": a, "role": "WITNESS", "marking": named,
	}), &role)
	for _, c := range []struct{ id, scope string }{
		{w.link("ana", "ASSOCIATE", a, b, open).Link.ID, "EVERYONE"},
		{w.link("ana", "ASSOCIATE", a, b, map[string]any{"audience": map[string]any{"scope": "ORGANISATIONS", "organisations": []any{w.ro}}}).Link.ID, "ORGANISATIONS"},
		{role.CreateInvolvement.Involvement.ID, "OFFICERS"},
	} {
		var got struct {
			WhoCanSee struct {
				Scope         string
				Officers      []string
				Organisations []struct{ ID string }
			}
		}
		w.get("ana", `query($id: ID!) { whoCanSee(id: $id) { scope officers organisations { id } } }`, map[string]any{"id": c.id}, &got)
		var organisations []string
		for _, o := range got.WhoCanSee.Organisations {
			organisations = append(organisations, o.ID)
		}
		slices.Sort(organisations)
		both := []string{string(w.uk), string(w.ro)}
		slices.Sort(both)
		fits := map[string]bool{
			"EVERYONE":      slices.Contains(organisations, both[0]) && slices.Contains(organisations, both[1]),
			"ORGANISATIONS": slices.Equal(organisations, both),
			"OFFICERS":      organisations == nil && slices.Equal(got.WhoCanSee.Officers, []string{string(w.known["ana"].Officer)}),
		}
		if got.WhoCanSee.Scope != c.scope || !fits[c.scope] {
			t.Errorf("%s: %+v", c.scope, got.WhoCanSee)
		}
	}
}

// Both questions are in the log, with the element, before they are answered.
func TestAskingWhoSeesIsLogged(t *testing.T) {
	w := newTeam(t)
	record := w.person("ana", "Logged Example", w.shared()).Record.ID
	w.ask("ana", whoCanSee, map[string]any{"id": record})
	w.ask("bogdan", whyCanISee, map[string]any{"id": record})
	w.ask("bogdan", whoCanSee, map[string]any{"id": record})
	var said []string
	must(t, audit.Replay(context.Background(), w.auditDir, 0, func(_ audit.Index, e audit.Entry) error {
		asked := e.Query != nil && (e.Query.Question == "whoCanSee" || e.Query.Question == "whyCanISee")
		if len(e.Elements) != 1 || string(e.Elements[0]) != record {
			return nil
		}
		switch {
		case asked:
			said = append(said, string(e.Action)+" "+e.Query.Question)
		case e.Action == audit.Refuse:
			said = append(said, string(e.Action))
		}
		return nil
	}))
	if want := []string{"READ whoCanSee", "READ whyCanISee", "REFUSE"}; !slices.Equal(said, want) {
		t.Errorf("logged: %v, not %v", said, want)
	}
}

// Whatever is new is for one's own organisation only, if its maker says no more.
func TestAnythingNewIsForTheOwnOrganisationOnly(t *testing.T) {
	w := newTeam(t)
	hers, his := w.person("ana", "Maria Example", w.shared()).Record.ID, w.person("bogdan", "Maria Exemplu", w.shared()).Record.ID
	var role struct {
		CreateInvolvement struct{ Involvement struct{ ID string } }
	}
	w.get("ana", `mutation($input: CreateInvolvementInput!) { createInvolvement(input: $input) { involvement { id } } }`, input(map[string]any{
		"source": "INT-3", "operation": w.operation, "person": hers, "role": "VICTIM",
	}), &role)
	for name, id := range map[string]string{
		"a record": w.person("ana", "New Example", nil).Record.ID, "a link": w.link("ana", "ASSOCIATE", hers, his, nil).Link.ID,
		"a judgement": w.link("ana", "SAME_AS", hers, his, nil).Link.ID, "a role": role.CreateInvolvement.Involvement.ID,
	} {
		query := `query($id: ID!) { whoCanSee(id: $id) { scope clearances organisations { id } } }`
		want := `{"data":{"whoCanSee":{"scope":"PRIVATE","clearances":[],"organisations":[{"id":"` + string(w.uk) + `"}]}}}`
		if got := string(w.ask("ana", query, map[string]any{"id": id})); got != want {
			t.Errorf("%s: %s", name, got)
		}
		if code, _ := w.fault("bogdan", `query($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": id}); code != "NOT_FOUND" {
			t.Errorf("%s, for the other force: %s", name, code)
		}
	}
}

// What is marked is read back as it was given, and a path carries it.
func TestConditionsTravel(t *testing.T) {
	w := newTeam(t)
	marking := w.shared()
	marking["handling"], marking["restrictions"] = []any{"H3"}, " Not before the arrests. "
	a, b := w.person("ana", "One Example", marking).Record.ID, w.person("bogdan", "Two Example", w.shared()).Record.ID
	w.link("bogdan", "ASSOCIATE", a, b, w.shared())
	var got struct {
		Node         struct{ Marking struct{ Restrictions string } }
		ShortestPath struct{ Handling, Restrictions []string }
	}
	w.get("bogdan", `query($a: ID!, $b: ID!) { node(id: $a) { ... on Record { marking { restrictions } } }
		shortestPath(from: $a, to: $b) { handling restrictions } }`, map[string]any{"a": a, "b": b}, &got)
	words := []string{"Not before the arrests."}
	if got.Node.Marking.Restrictions != words[0] || !reflect.DeepEqual(got.ShortestPath.Restrictions, words) ||
		!slices.Equal(got.ShortestPath.Handling, []string{"H3"}) {
		t.Errorf("%+v", got)
	}
}

// What is said of two records as one carries the strictest of both and of the
// judgement that joins them, as far as the caller sees them, and the weakest
// grading; so does a community of them, and an export its banner.
func TestAJoinedEntityCarriesTheStrictest(t *testing.T) {
	w := newTeam(t)
	strict := w.shared()
	strict["handling"], strict["restrictions"] = []any{"H2", "H3"}, "Not before the arrests."
	a, b := w.person("ana", "One Example", strict).Record.ID, w.person("bogdan", "One Example", w.shared()).Record.ID
	private := w.person("bogdan", "One Example", nil).Record.ID
	w.link("bogdan", "SAME_AS", a, b, map[string]any{"audience": w.shared()["audience"], "handling": []any{"C"}})
	w.link("bogdan", "SAME_AS", b, private, map[string]any{"audience": map[string]any{"scope": "PRIVATE"}, "handling": []any{"C", "A1"}})
	const query = `query($id: ID!) { node(id: $id) { ... on Record { entity { conditions { handling restrictions classification compartments weakest { value } } } } } }`
	for officer, handling := range map[string]string{"ana": `["C","H2","H3"]`, "bogdan": `["A1","C","H2","H3"]`, "carla": `["A1","C"]`} {
		id := map[string]string{"ana": a, "bogdan": b, "carla": private}[officer]
		restrictions := `["Not before the arrests."]`
		if officer == "carla" { // who is out of the team sees what is of their own organisation
			restrictions = `[]`
		}
		want := `{"data":{"node":{"entity":{"conditions":{"handling":` + handling + `,"restrictions":` + restrictions + `,"classification":"OFFICIAL_SENSITIVE","compartments":[],"weakest":null}}}}}`
		if got := string(w.ask(officer, query, map[string]any{"id": id})); got != want {
			t.Errorf("%s reads %s", officer, got)
		}
	}
}

// What is drawn together carries the strictest of all its records and of the links
// among them that the caller sees, and of nothing else.
func TestAGraphCarriesTheStrictest(t *testing.T) {
	w := newTeam(t)
	with := func(handling ...any) map[string]any {
		return map[string]any{"audience": w.shared()["audience"], "handling": handling}
	}
	a, b := w.person("ana", "One Example", with("C", "A3")).Record.ID, w.person("bogdan", "Other Example", with("H1")).Record.ID
	hidden := w.person("bogdan", "Hidden Example", map[string]any{"audience": map[string]any{"scope": "PRIVATE"}, "handling": []any{"H2"}}).Record.ID
	w.link("ana", "ASSOCIATE", a, b, with("C", "S1"))
	const conditions = ` { conditions { handling restrictions classification compartments weakest { value } } }`
	for _, ask := range []struct{ officer, query, handling string }{
		{"ana", `subgraph(ids: $ids)` + conditions, `["A3","C","H1","S1"]`},
		{"bogdan", `subgraph(ids: $ids)` + conditions, `["A3","C","H1","H2","S1"]`},
		{"ana", fmt.Sprintf(`node(id: %q) { ... on Record { expand%s } }`, a, conditions), `["A3","C","H1","S1"]`},
		{"ana", fmt.Sprintf(`node(id: %q) { ... on Operation { graph%s } }`, w.operation, conditions), `["A3","C","H1","S1"]`},
		{"carla", `subgraph(ids: $ids)` + conditions, `["H1","H2"]`}, // who is out of the team
	} {
		got := string(w.ask(ask.officer, `query($ids: [ID!]!) { `+ask.query+` nodes(ids: $ids) { __typename } }`, map[string]any{"ids": []any{a, b, hidden}}))
		want := `{"conditions":{"handling":` + ask.handling + `,"restrictions":[],"classification":"OFFICIAL_SENSITIVE","compartments":[],"weakest":null}}`
		if !strings.Contains(got, want) {
			t.Errorf("%s asks %s and reads %s", ask.officer, ask.query, got)
		}
	}
}

// Nobody needs a record, or a purpose, to have codes translated.
func TestTranslate(t *testing.T) {
	w := newTeam(t)
	const query = `query($g: GradingInput, $h: [Handling!], $to: Scheme!) { translate(grading: $g, handling: $h, to: $to) {
		to candidates { value } grading { value meaning } handling restrictions lossy } }`
	given := map[string]any{"g": map[string]any{"scheme": "UK_3X5X2", "value": "1B"}, "h": []any{"C", "S2"}, "to": "SIENA"}
	want := `{"data":{"translate":{"to":"SIENA","candidates":[{"value":"A3"},{"value":"B3"}],"grading":{"value":"B3",` +
		`"meaning":"Source: Mostly reliable. Information: Not known personally to the source, but corroborated."},` +
		`"handling":["H3"],"restrictions":"Consult the originator before any further use.","lossy":true}}}`
	if got := string(w.ask("idle", query, given)); got != want {
		t.Errorf("%s\nnot\n%s", got, want)
	}
	for field, in := range map[string]map[string]any{
		"grading":       {"to": "SIENA"},
		"grading.value": {"to": "SIENA", "g": map[string]any{"scheme": "SIENA", "value": "1B"}},
		"handling":      {"to": "SIENA", "h": []any{"P", "C"}},
		"to":            {"to": "UK_5X5X5", "h": []any{"P"}},
	} {
		if code, at := w.fault("ana", query, in); code != "BAD_USER_INPUT" || at != field {
			t.Errorf("%v: %s %s", in, code, at)
		}
	}
}

// Several faults stand in the order of their fields, whichever came first.
func TestFaultsAreInOrder(t *testing.T) {
	w := newTeam(t)
	const query = `{ e: node(id: "e") { id } d: node(id: "d") { id } c: whyCanISee(id: "c") { says } b: node(id: "b") { id } a: whoCanSee(id: "a") { scope } }`
	first := string(w.ask("ana", query, nil))
	var at []int
	for _, field := range []string{"a", "b", "c", "d", "e"} {
		at = append(at, strings.Index(first, `"path":["`+field+`"]`))
	}
	if !slices.IsSorted(at) || at[0] < 0 {
		t.Errorf("%s", first)
	}
	for range 20 {
		if again := string(w.ask("ana", query, nil)); again != first {
			t.Fatalf("%s\nand then\n%s", first, again)
		}
	}
}

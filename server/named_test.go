package server_test

import (
	"slices"
	"strings"
	"testing"

	"entente/casework"
	"entente/graph"
)

// Who is named by an audience is somebody whom the caller may know of: of the own
// organisation, or of a team. Of anybody else the answer is that for nobody at all, to the byte.
func TestWhomAnAudienceNames(t *testing.T) {
	w := newTeam(t)
	ana, idle, bogdan, carla := w.known["ana"].Officer, w.known["idle"].Officer, w.known["bogdan"].Officer, w.known["carla"].Officer
	nobody := id(t, graph.NounOfficer)
	named := func(officers ...graph.ID) map[string]any {
		return map[string]any{"audience": map[string]any{"scope": "OFFICERS", "officers": officers}}
	}
	made := func(marking map[string]any) map[string]any {
		return input(map[string]any{"source": "INT-1", "details": map[string]any{"person": map[string]any{"name": "Named Example"}}, "marking": marking})
	}
	answers := map[string]bool{}
	for _, stranger := range []graph.ID{nobody, carla} {
		w.refused("ana", createRecord, made(named(ana, stranger)), refusal{"BAD_USER_INPUT", "input.marking.audience.officers"})
		answer := string(w.ask("ana", createRecord, made(named(ana, stranger))))
		answers[strings.ReplaceAll(answer, string(stranger), "X")] = true
		w.refused("ana", saveView, input(map[string]any{"name": "Named view", "audience": named(ana, stranger)["audience"], "places": []any{}}),
			refusal{"BAD_USER_INPUT", "input.audience.officers"})
	}
	if len(answers) != 1 {
		t.Errorf("who is out of sight and who does not exist are answered differently: %v", answers)
	}
	record := w.person("ana", "Named Example", named(ana, idle, bogdan))
	w.want(record.Record.ID, map[string]bool{"ana": true, "bogdan": true, "carla": false})
	p := w.known["ana"]
	w.load(casework.Case{Name: "without Bogdan", Operations: []graph.Operation{{
		ID: w.operation, Hub: "hub.test.example", Name: "Operation Test", Agreement: graph.Agreement{LegalBasis: "an agreement", Purpose: "to test", From: "2010-01-01"},
		Parties: []graph.Party{{Organisation: w.uk, From: begun()}},
		Members: []graph.Member{{Officer: p.Officer, Name: p.Name, Organisation: w.uk, Role: graph.TeamLeader, From: begun()}},
	}}})
	w.refused("ana", createRecord, made(named(ana, bogdan)), refusal{"BAD_USER_INPUT", "input.marking.audience.officers"})
	_ = w.amend("ana", record, "Named Otherwise", named(ana, bogdan))
	w.want(record.Record.ID, map[string]bool{"bogdan": true})
}

// A link or a role that is for others from its beginning goes past whoever is to be
// safeguarded as little as one that is shared later: to a team, to organisations, to an
// officer of another one. One's own organisation is nobody else.
func TestNewLinksAndRolesPastAHiddenSafeguardStop(t *testing.T) {
	w := newTeam(t)
	person, friend := w.person("ana", "Guarded Example", w.shared()).Record.ID, w.person("ana", "Friend Example", w.shared()).Record.ID
	alias := w.person("bogdan", "Guarded Otherwise", nil).Record.ID
	w.link("bogdan", "SAME_AS", person, alias, nil)
	w.role("bogdan", alias, "VICTIM", nil)
	ana := w.known["ana"].Officer
	link := func(marking map[string]any) map[string]any {
		return input(map[string]any{"source": "INT-2", "kind": "ASSOCIATE", "from": friend, "to": person, "marking": marking})
	}
	role := func(marking map[string]any) map[string]any {
		return input(map[string]any{"source": "INT-3", "operation": w.operation, "person": person, "role": "WITNESS", "marking": marking})
	}
	const createInvolvement = `mutation($input: CreateInvolvementInput!) { createInvolvement(input: $input) { involvement { id } } }`
	stopped := refusal{"GATE_CLOSED", ""}
	before := w.revision()
	for _, wide := range []map[string]any{
		w.shared(),
		{"audience": toOrganisations(w.ro)},
		{"audience": map[string]any{"scope": "EVERYONE"}},
		{"audience": map[string]any{"scope": "OFFICERS", "officers": []any{ana, w.known["bogdan"].Officer}}},
	} {
		w.refused("ana", createLink, link(wide), stopped)
		w.refused("ana", createInvolvement, role(wide), stopped)
	}
	safeguards := slices.DeleteFunc(w.notices("bogdan"), func(n toldOf) bool { return n.Kind != graph.NoticeSafeguard })
	if len(safeguards) != 1 { // the same to the same about the same once a day
		t.Errorf("Bogdan is told %+v", safeguards)
	}
	if after := w.revision(); after != before+1 {
		t.Errorf("beside the notice something was written: revision %d became %d", before, after)
	}
	for _, narrow := range []map[string]any{
		w.private(), {"audience": map[string]any{"scope": "OFFICERS", "officers": []any{ana, w.known["idle"].Officer}}},
	} {
		w.get("ana", createLink, link(narrow), &struct{}{})
		w.get("ana", createInvolvement, role(narrow), &struct{}{})
	}
	w.get("ana", createLink, input(map[string]any{"source": "INT-2", "kind": "ASSOCIATE", "from": friend, "to": w.person("ana", "Other Example", w.shared()).Record.ID, "marking": w.shared()}), &struct{}{})
	// What is out of the caller's sight stops nobody: it is not there.
	hidden := w.person("bogdan", "Hidden Example", nil).Record.ID
	w.role("bogdan", hidden, "VICTIM", nil)
	w.refused("ana", createLink, input(map[string]any{"source": "INT-2", "kind": "ASSOCIATE", "from": friend, "to": hidden, "marking": w.shared()}), refusal{"NOT_FOUND", "input.to"})
	w.refused("ana", createInvolvement, input(map[string]any{"source": "INT-3", "operation": w.operation, "person": hidden, "role": "WITNESS", "marking": w.shared()}), refusal{"NOT_FOUND", "input.person"})
}

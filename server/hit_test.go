package server_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"entente/graph"
)

const askHit = `mutation($input: AskHitInput!) { askHit(input: $input) { hits { organisation { id name contact } } } }`

const setDiscoverable = `mutation($input: SetDiscoverableInput!) { setDiscoverable(input: $input) { changed revision } }`

const amendRecord = `mutation($input: AmendRecordInput!) { amendRecord(input: $input) { record { id version } } }`

func (w *team) record(officer string, details map[string]any, marking map[string]any) written {
	w.tb.Helper()
	fields := map[string]any{"source": "INT-1", "details": details}
	if marking != nil {
		fields["marking"] = marking
	}
	var got struct{ CreateRecord written }
	w.get(officer, createRecord, input(fields), &got)
	return got.CreateRecord
}

func (w *team) hits(officer string, asked map[string]any) []string {
	w.tb.Helper()
	var got struct {
		AskHit struct {
			Hits []struct{ Organisation struct{ ID, Contact string } }
		}
	}
	w.get(officer, askHit, input(asked), &got)
	var out []string
	for _, h := range got.AskHit.Hits {
		out = append(out, h.Organisation.ID)
	}
	return out
}

func (w *team) discoverable(officer string, schemes []any, ids ...string) {
	w.tb.Helper()
	w.get(officer, setDiscoverable, input(map[string]any{"ids": ids, "schemes": schemes}), &struct{}{})
}

func phoneNumber(number string) map[string]any {
	return map[string]any{"identifier": map[string]any{"scheme": "PHONE", "value": number}}
}

// Bogdan's organisation holds a phone that Ana does not see. She learns of it
// when his supervisor lets her, and as long as it is that phone.
func TestAHitSaysWhoHoldsItAndNothingElse(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	phone := w.record("bogdan", map[string]any{"phone": map[string]any{"number": "+40700900111"}}, nil)
	person := w.record("bogdan", map[string]any{"person": map[string]any{"name": "Vasile Hit-Exemplu", "birthDate": "1980-02-29"}}, nil)
	named := map[string]any{"name": "hit exemplu VASILE", "birthDate": "1980-02-29"}
	miss := string(w.ask("ana", askHit, input(phoneNumber("+40700900111"))))
	if miss != string(w.ask("ana", askHit, input(phoneNumber("+40700900999")))) || !strings.Contains(miss, `"hits":[]`) {
		t.Errorf("what nobody lets be found is answered %s", miss)
	}
	before := w.asSeen(phone.Record.ID)
	w.discoverable("sofia", []any{"PHONE"}, phone.Record.ID)
	w.discoverable("sofia", []any{"NAME_AND_BIRTH_DATE"}, person.Record.ID)
	if after := w.asSeen(phone.Record.ID); !maps.Equal(before, after) {
		t.Errorf("somebody sees that it is discoverable: %v, then %v", before, after)
	}
	ro := []string{string(w.ro)}
	if got := w.hits("ana", phoneNumber("0040 700 900 111")); !slices.Equal(got, ro) {
		t.Errorf("the phone is held by %q", got)
	}
	if got := w.hits("ana", named); !slices.Equal(got, ro) {
		t.Errorf("the person is held by %q", got)
	}
	if got := w.hits("bogdan", named); len(got) != 0 {
		t.Errorf("one's own is a hit at %q", got)
	}
	told := slices.DeleteFunc(w.notices("bogdan"), func(n toldOf) bool { return n.Kind == graph.NoticeBroker })
	slices.SortFunc(told, func(a, b toldOf) int { return -strings.Compare(a.Detail, b.Detail) })
	if len(told) != 2 || told[0].Kind != graph.NoticeHit || told[0].From != w.uk || !slices.Equal(told[0].About, []graph.ID{graph.ID(phone.Record.ID)}) {
		t.Errorf("the owner is told %+v", told)
	}
	for _, n := range w.notices("ana") {
		if n.Kind != graph.NoticeHitMade || n.From != w.ro || len(n.About) != 0 {
			t.Errorf("the other side is told %+v", n)
		}
	}
	w.get("bogdan", amendRecord, input(map[string]any{
		"id": phone.Record.ID, "version": phone.Record.Version, "source": "INT-2", "details": map[string]any{"phone": map[string]any{"number": "+40700900222"}},
	}), &struct{}{})
	if got := w.hits("ana", phoneNumber("+40700900111")); len(got) != 0 {
		t.Errorf("the former number is held by %q", got)
	}
	if got := w.hits("ana", phoneNumber("+40700900222")); !slices.Equal(got, ro) {
		t.Errorf("the new number is held by %q", got)
	}
	w.share("bogdan", map[string]any{"act": "SHARE", "ids": []any{phone.Record.ID}, "audience": toTeam(w)})
	if got := w.hits("ana", phoneNumber("+40700900222")); len(got) != 0 {
		t.Errorf("what Ana sees is a hit at %q", got)
	}
	w.discoverable("sofia", []any{}, person.Record.ID)
	if got := w.hits("ana", named); len(got) != 0 {
		t.Errorf("what was taken back is held by %q", got)
	}
}

// The log tells the owner who asked for a hit, and whose officer asked nothing of
// what was hit: neither that the id is there, nor what number it has.
func TestTheLogDoesNotSayWhatAHitWas(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	phone := w.record("bogdan", map[string]any{"phone": map[string]any{"number": "+40700900333"}}, nil).Record.ID
	w.discoverable("sofia", []any{"PHONE"}, phone)
	w.hits("ana", phoneNumber("+40700900333"))
	if got := w.asksLog("uma", accessesTo, phone); len(got) != 0 {
		t.Errorf("the asker's supervisor learns %q", got)
	}
	if got := w.asksLog("sofia", accessesTo, phone); !slices.Contains(got, "ana DISCLOSE 1") {
		t.Errorf("the owner's supervisor learns %q", got)
	}
	if got := w.asksLog("uma", actionsOf, string(w.known["ana"].Officer)); !slices.Contains(got, "ana DISCLOSE testing askHit 0") {
		t.Errorf("of the officer her supervisor learns %q", got)
	}
}

// asSeen is what each officer but the owner's is told of a record.
func (w *team) asSeen(id string) map[string]string {
	out := map[string]string{}
	for _, officer := range []string{"ana", "eva", "uma"} {
		out[officer] = string(w.ask(officer, `query($id: ID!) { node(id: $id) { id ... on Record { label version discoverableBy } }
			records { totalCount nodes { id discoverableBy } } search(input: { identifier: { scheme: PHONE, value: "+40700900111" } }) { id } releases { totalCount } }`, map[string]any{"id": id}))
	}
	return out
}

// After twenty questions the next is refused, with when; an hour later, and
// under a key that was used before, it is not.
func TestHitsAreRationed(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	first := input(phoneNumber("+40700900100"))
	answer := string(w.ask("ana", askHit, first))
	for range 19 {
		w.hits("ana", phoneNumber("+40700900100"))
	}
	refused := string(w.ask("ana", askHit, input(phoneNumber("+40700900100"))))
	if !strings.Contains(refused, "RATE_LIMITED") || !strings.Contains(refused, "2010-06-01T13:00:00Z") {
		t.Errorf("the 21st question is answered %s", refused)
	}
	if again := string(w.ask("ana", askHit, first)); again != answer {
		t.Errorf("repeated under its key, the first is answered %s", again)
	}
	if got := w.hits("bogdan", phoneNumber("+40700900100")); len(got) != 0 {
		t.Errorf("another officer's question is answered %q", got)
	}
	for name, p := range w.known {
		p.Expires = p.Expires.AddDate(0, 0, 1)
		w.known[name] = p
	}
	w.later.Store(3600)
	w.hits("ana", phoneNumber("+40700900100"))
}

func TestQuestionsForHitsThatCannotBeAreRefusedClearly(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	own := w.record("bogdan", map[string]any{"phone": map[string]any{"number": "+40700900333"}}, w.shared()).Record.ID
	for _, c := range []struct {
		why   string
		asked map[string]any
		want  refusal
	}{
		{"nothing", map[string]any{}, refusal{"BAD_USER_INPUT", "input.identifier"}},
		{"both", map[string]any{"identifier": map[string]any{"scheme": "PHONE", "value": "+40700900333"}, "name": "A"}, refusal{"BAD_USER_INPUT", "input.identifier"}},
		{"a name alone", map[string]any{"name": "Ana Example"}, refusal{"BAD_USER_INPUT", "input.birthDate"}},
		{"a date alone", map[string]any{"birthDate": "1990-01-01"}, refusal{"BAD_USER_INPUT", "input.name"}},
		{"a part of a date", map[string]any{"name": "Ana Example", "birthDate": "1990"}, refusal{"BAD_USER_INPUT", "input.birthDate"}},
		{"a profile", map[string]any{"identifier": map[string]any{"scheme": "PROFILE", "value": "example"}}, refusal{"BAD_USER_INPUT", "input.identifier.scheme"}},
		{"no phone", map[string]any{"identifier": map[string]any{"scheme": "PHONE", "value": "seven"}}, refusal{"BAD_USER_INPUT", "input.identifier.value"}},
	} {
		t.Run(c.why, func(*testing.T) { w.refused("ana", askHit, input(c.asked), c.want) })
	}
	set := func(ids ...any) map[string]any { return input(map[string]any{"ids": ids, "schemes": []any{"PHONE"}}) }
	w.refused("uma", setDiscoverable, set(id(t, graph.NounRecord)), refusal{"NOT_FOUND", "input.ids"})
	w.refused("ana", setDiscoverable, set(own), refusal{"GATE_CLOSED", ""})
	w.refused("bogdan", setDiscoverable, set(own), refusal{"GATE_CLOSED", ""})
	w.refused("sofia", setDiscoverable, set(), refusal{"BAD_USER_INPUT", "input.ids"})
}

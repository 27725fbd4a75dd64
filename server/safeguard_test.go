package server_test

import (
	"crypto/rand"
	"slices"
	"strings"
	"testing"

	"entente/auth"
	"entente/graph"
)

const amendLink = `mutation($input: AmendLinkInput!) { amendLink(input: $input) { link { id } } }`

// What is handed over by another act than sharing is stopped like it: a
// sanitised copy, and a link whose audience grows as it is amended. A refusal and an
// amendment that gives nobody anything are not.
func TestCopiesAndAmendedLinksPastAHiddenSafeguardStop(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	person := w.person("ana", "Guarded Example", w.conditional()).Record.ID
	friend := w.person("ana", "Friend Example", w.shared()).Record.ID
	tie := w.link("ana", "ASSOCIATE", friend, person, nil).Link
	alias := w.person("bogdan", "Guarded Otherwise", nil).Record.ID
	w.link("bogdan", "SAME_AS", person, alias, nil)
	asked := w.request("bogdan", map[string]any{"element": person, "action": "EXPORT"})
	w.role("bogdan", alias, "VICTIM", nil)
	stopped := refusal{"GATE_CLOSED", ""}
	w.refused("uma", decideRelease, input(map[string]any{"id": asked.ID, "version": asked.Version, "decision": "SANITISE", "sanitised": map[string]any{
		"details": map[string]any{"person": map[string]any{"name": "Somebody Example", "pseudonymous": true}}, "source": "SAN-1", "handling": []any{"P"},
	}}), stopped)
	if got := w.releases("ana"); len(got) != 1 || got[0].State != "OPEN" || got[0].Version != asked.Version {
		t.Errorf("the request is %+v", got)
	}
	amended := func(marking map[string]any) map[string]any {
		fields := map[string]any{"id": tie.ID, "version": tie.Version, "source": "INT-9"}
		if marking != nil {
			fields["marking"] = marking
		}
		return input(fields)
	}
	w.refused("ana", amendLink, amended(w.shared()), stopped)
	if w.sees("bogdan", tie.ID) {
		t.Error("the link was shared")
	}
	if refused := w.decide("uma", asked, map[string]any{"decision": "REFUSE", "reason": "not now"}); refused.State != "REFUSED" {
		t.Errorf("a refusal gives %+v", refused)
	}
	w.get("ana", amendLink, amended(nil), &struct{}{})
}

// A child has no role at all, and an act past what shows it is stopped too:
// whether its record says so, stands in the compartment of children or has a birth date of somebody under 18, a
// month or a year of it too. Where the caller sees that it is a child, and where
// somebody is of age, nothing is stopped.
func TestActingPastAHiddenChildStops(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	cleared := w.known["bogdan"]
	cleared.Clearances = []graph.Compartment{graph.Child}
	w.known["bogdan"] = cleared
	suspect := `mutation($input: CreateInvolvementInput!) { createInvolvement(input: $input) { involvement { id } } }`
	for _, c := range []struct {
		why     string
		details map[string]any
		marking map[string]any
		stops   bool
	}{
		{"said to be a child", map[string]any{"child": true}, nil, true},
		{"in the compartment", nil, map[string]any{"audience": map[string]any{"scope": "PRIVATE"}, "compartments": []any{"CHILD"}}, true},
		{"eighteen tomorrow", map[string]any{"birthDate": "1992-06-02"}, nil, true},
		{"eighteen today", map[string]any{"birthDate": "1992-06-01"}, nil, false},
		{"born in a month that may be", map[string]any{"birthDate": "1992-06"}, nil, true},
		{"born in a month that may not", map[string]any{"birthDate": "1992-05"}, nil, false},
		{"born in a year that may be", map[string]any{"birthDate": "1992"}, nil, true},
		{"nothing said", nil, nil, false},
		{"seen to be a child", map[string]any{"child": true}, w.shared(), false},
	} {
		t.Run(c.why, func(t *testing.T) {
			person := w.person("ana", "Guarded Example", w.shared()).Record.ID
			details := map[string]any{"name": "Guarded Otherwise"}
			for name, value := range c.details {
				details[name] = value
			}
			fields := map[string]any{"idempotencyKey": rand.Text(), "source": "INT-1", "details": map[string]any{"person": details}}
			if c.marking != nil {
				fields["marking"] = c.marking
			}
			var made struct{ CreateRecord written }
			w.get("bogdan", createRecord, map[string]any{"input": fields}, &made)
			same := w.private()
			if c.marking != nil && !c.stops {
				same = c.marking
			}
			w.link("bogdan", "SAME_AS", person, made.CreateRecord.Record.ID, same)
			before := len(w.notices("bogdan"))
			answer := w.export("ana", person)
			if !c.stops {
				if !strings.Contains(answer, `"records":1`) || len(w.notices("bogdan")) != before {
					t.Errorf("the export is answered %s", answer)
				}
				return
			}
			if !strings.Contains(answer, "Speak to this contact first: RO Test Police, desk.") || strings.Contains(answer, made.CreateRecord.Record.ID) {
				t.Errorf("the export is answered %s", answer)
			}
			w.refused("ana", suspect, input(map[string]any{"source": "INT-3", "operation": w.operation, "person": person, "role": "SUSPECT"}), refusal{"GATE_CLOSED", ""})
			if ok, _ := w.allowed("ana", "SEE", person); !ok {
				t.Error("Ana may not look")
			}
			about := func(n toldOf) bool {
				return n.Kind == graph.NoticeSafeguard && slices.Equal(n.About, []graph.ID{graph.ID(made.CreateRecord.Record.ID)})
			}
			if told := w.notices("bogdan"); len(told) != before+1 || !slices.ContainsFunc(told, about) {
				t.Errorf("Bogdan is told %+v", told)
			}
		})
	}
	if w.known["ana"].Cleared(graph.Child) || !w.known["ana"].Is(auth.Investigator) {
		t.Error("Ana is not who this is about")
	}
}

// A child is no target, whatever shows it in sight: what its record says, the compartment
// or the birth date.
func TestWhoeverIsShownToBeAChildIsNoTarget(t *testing.T) {
	w := newTeam(t)
	cleared := w.known["ana"]
	cleared.Clearances = []graph.Compartment{graph.Child}
	w.known["ana"] = cleared
	var want []graph.ID
	person := func(child bool, details, marking map[string]any) {
		details["name"] = "Target Example"
		fields := map[string]any{"idempotencyKey": rand.Text(), "source": "INT-1", "details": map[string]any{"person": details}}
		if marking != nil {
			fields["marking"] = marking
		}
		var made struct{ CreateRecord written }
		w.get("ana", createRecord, map[string]any{"input": fields}, &made)
		if child {
			want = append(want, graph.ID(made.CreateRecord.Record.ID))
		}
	}
	person(true, map[string]any{"child": true}, nil)
	person(true, map[string]any{"birthDate": "1992-06-02"}, nil)
	person(true, map[string]any{"birthDate": "1992"}, nil)
	person(false, map[string]any{"birthDate": "1992-06-01"}, nil)
	person(false, map[string]any{}, nil)
	person(true, map[string]any{}, map[string]any{"audience": map[string]any{"scope": "PRIVATE"}, "compartments": []any{"CHILD"}})
	known, err := w.store.Markings(t.Context(), 0)
	must(t, err)
	got, err := w.store.NeverTargets(t.Context(), w.sightOf("ana"), nil, graph.ChildhoodAt(w.now(), known))
	must(t, err)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("no targets are %q, not %q", got, want)
	}
}

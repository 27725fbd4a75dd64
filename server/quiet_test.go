package server_test

import (
	"testing"
)

// battery is much of what an officer can ask, as one text.
func (w *team) battery(officer string, ids ...string) string {
	w.tb.Helper()
	all := ""
	for _, id := range ids {
		all += string(w.ask(officer, `query($id: ID!) { node(id: $id) { id ... on Record { label version marking { audience { scope } } discoverableBy entity { id records { id } }
			links { totalCount nodes { id } } versions { version } involvements { id role } } } }`, map[string]any{"id": id}))
		all += string(w.ask(officer, `query($ids: [ID!]!) { checkAction(ids: $ids, action: EXPORT) { allowed closed { element { id } } } }`, map[string]any{"ids": []any{id}}))
	}
	all += string(w.ask(officer, `query($g: ID!) { records(first: 500, orderBy: KNOWN_FROM) { totalCount edges { cursor node { id version } } pageInfo { endCursor } }
		search(input: { text: "quiet" }) { id } releases { totalCount nodes { id } } secondDecisions { id } communities(input: {}) { totalCount }
		viewAs(organisation: $g) { counts { count } records { totalCount } } }`, map[string]any{"g": w.uk}))
	return all + string(w.ask(officer, pathQuery, map[string]any{"f": ids[0], "t": ids[1]}))
}

// What one organisation prepares, asks and lets be found changes no answer of
// those whom it does not concern.
func TestWhatOthersPrepareChangesNoAnswer(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	a, b := w.person("ana", "Quiet Begin", w.shared()).Record.ID, w.person("ana", "Quiet End", w.shared()).Record.ID
	secret := w.person("bogdan", "Quiet Secret", nil).Record.ID
	theirs := w.person("bogdan", "Quiet Shared", w.conditional()).Record.ID
	w.link("bogdan", "ASSOCIATE", a, secret, nil)
	w.link("bogdan", "ASSOCIATE", secret, b, nil)
	w.brokered()
	ids := []string{a, b, secret, theirs}
	for _, step := range []struct {
		why   string
		quiet []string
		act   func()
	}{
		{"a record is made discoverable", []string{"ana", "uma", "eva"}, func() {
			w.discoverable("sofia", []any{"NAME_AND_BIRTH_DATE", "PHONE"}, secret)
		}},
		{"an owner previews", []string{"ana", "uma", "eva", "carla"}, func() {
			w.preview("bogdan", map[string]any{"act": "SHARE", "ids": []any{secret}, "audience": toTeam(w)})
		}},
		{"the broker looks", []string{"ana", "uma", "eva"}, func() {
			w.ask("ana", pathQuery, map[string]any{"f": a, "t": b})
			w.brokered()
		}},
		{"a release is asked for", []string{"eva"}, func() {
			w.request("ana", map[string]any{"element": theirs, "action": "EXPORT"})
		}},
		{"something is asked for that is held", []string{"eva", "sofia"}, func() {
			w.hits("ana", phoneNumber("+40700900444"))
		}},
	} {
		before := map[string]string{}
		for _, officer := range step.quiet {
			before[officer] = w.battery(officer, ids...)
		}
		step.act()
		for _, officer := range step.quiet {
			if after := w.battery(officer, ids...); after != before[officer] {
				t.Errorf("%s, and %s is answered otherwise:\n%s\n%s", step.why, officer, before[officer], after)
			}
		}
	}
}

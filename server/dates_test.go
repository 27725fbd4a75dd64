package server_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"entente/graph"
)

// dated is a marking with an end or an embargo, in seconds from now.
func (w *team) dated(field string, seconds int) map[string]any {
	m := w.shared()
	m[field] = w.now().Add(time.Duration(seconds) * time.Second).Format(time.RFC3339)
	return m
}

// pass lets time pass. Something out of the listeners' sight is written, so that
// they look at once rather than with their next beat.
func (w *team) pass(seconds int64) {
	w.tb.Helper()
	w.later.Add(seconds)
	w.person("ana", "Hidden Example", nil)
}

// Nobody writes when a sharing ends or an embargo is over, and who listens is told
// all the same: at that second, each element once, and whoever was away when
// they come back. Links go before their records and come after them.
func TestDatesAreToldLikeChanges(t *testing.T) {
	w := newTeam(t)
	bogdan, carla := w.listen("bogdan", watchTokens, nil), w.listen("carla", watchChanges, nil)
	begun := event(t, bogdan.next())
	if got := carla.next(); got != begunEvent {
		t.Fatalf("first: %s", got)
	}
	near, far := w.person("ana", "Near Example", w.dated("expires", 100)), w.person("ana", "Far Example", w.shared())
	tie := w.link("ana", "ASSOCIATE", near.Record.ID, far.Record.ID, w.dated("expires", 100))
	coming := w.person("ana", "Coming Example", w.dated("embargo", 50))
	for _, want := range []string{near.Record.ID, far.Record.ID, tie.Link.ID} {
		if got := event(t, bogdan.next()); got.Kind != "APPEARED" || got.ID != want {
			t.Fatalf("told %+v, not that %s appeared", got, want)
		}
	}
	w.pass(49)
	w.pass(1)
	first := event(t, bogdan.next())
	if first.Kind != "APPEARED" || first.ID != coming.Record.ID {
		t.Errorf("the embargo is over: %+v", first)
	}
	w.pass(49)
	w.pass(1)
	gone := []tokenedEvent{event(t, bogdan.next()), event(t, bogdan.next())}
	if gone[0].Kind != "GONE" || gone[0].ID != tie.Link.ID || gone[1].Kind != "GONE" || gone[1].ID != near.Record.ID {
		t.Errorf("the sharing is over: %+v", gone)
	}
	last := w.person("ana", "Last Example", w.shared())
	if got := event(t, bogdan.next()); got.ID != last.Record.ID {
		t.Errorf("told once more: %+v", got)
	}
	signed := func(e tokenedEvent) string {
		if e.Kind == "GONE" {
			return "-" + e.ID
		}
		return e.ID
	}
	for since, want := range map[string][]string{
		begun.Revision:   {far.Record.ID, coming.Record.ID, last.Record.ID}, // what came and went meanwhile is not told
		first.Revision:   {"-" + tie.Link.ID, "-" + near.Record.ID, last.Record.ID},
		gone[0].Revision: {"-" + tie.Link.ID, "-" + near.Record.ID, last.Record.ID}, // told twice rather than never
		gone[1].Revision: {last.Record.ID},
	} {
		again := w.listen("bogdan", watchTokens, map[string]any{"since": since})
		again.next() // BEGUN
		told := map[string]bool{}
		for range want {
			told[signed(event(t, again.next()))] = true
		}
		for _, id := range want {
			if !told[id] {
				t.Errorf("since %s: told %v, not %s", since, told, id)
			}
		}
		again.close()
	}
	hers := w.person("bogdan", "Own Example", nil)
	if got := carla.next(); got != told("APPEARED", hers.Record.ID, record("Own Example")) {
		t.Errorf("Carla is out of the team, and the first thing she is told is %s", got)
	}
}

// When an officer's time in the team is over by date, what they saw through it
// goes, at that second; the line of the operation itself ends.
func TestTheEndOfAMembershipIsTold(t *testing.T) {
	w := newAgreed(t)
	o := w.propose(w.ro).Operation
	w.operate("adminRO", "signOperation", "OperationInput", map[string]any{"id": o.ID, "version": o.Version})
	w.operate("adminUK", "addMember", "AddMemberInput", map[string]any{"id": o.ID, "officer": w.known["ana"].Officer, "role": "LEADER"})
	w.operate("adminRO", "addMember", "AddMemberInput", map[string]any{
		"id": o.ID, "officer": w.known["carla"].Officer, "role": "ANALYST", "until": w.now().Add(100 * time.Second).Format(time.RFC3339),
	})
	made := w.person("ana", "Lapwing Example", w.sharedWith(o.ID))
	everywhere, within := w.listen("carla", watchChanges, nil), w.listen("carla", watchChanges, map[string]any{"operation": o.ID})
	for _, l := range []*line{everywhere, within} {
		if got := l.next(); got != begunEvent {
			t.Fatalf("first: %s", got)
		}
	}
	w.pass(99)
	w.pass(1)
	if got := everywhere.next(); got != told("GONE", made.Record.ID, nothing) {
		t.Errorf("the membership is over: %s", got)
	}
	if got := within.next(); !strings.Contains(got, `"NOT_FOUND"`) {
		t.Errorf("the line of the operation: %s", got)
	}
	hers := w.person("bogdan", "Own Example", nil)
	if got := everywhere.next(); got != told("APPEARED", hers.Record.ID, record("Own Example")) {
		t.Errorf("and then %s", got)
	}
}

// What went in one revision after another is told in that order however late it is
// told: that an end of a link is hidden by now does not hide that the link went.
func TestALinkThatWentIsToldThoughItsEndWentLater(t *testing.T) {
	w := newTeam(t)
	bogdan := w.listen("bogdan", watchTokens, nil)
	bogdan.next()
	open, other := w.person("ana", "Open Example", w.shared()), w.person("ana", "Other Example", w.shared())
	tie := w.link("ana", "ASSOCIATE", open.Record.ID, other.Record.ID, w.shared())
	var at tokenedEvent
	for range 3 {
		at = event(t, bogdan.next())
	}
	bogdan.close()
	w.ask("ana", `mutation($input: RetireInput!) { retireLink(input: $input) { id } }`, map[string]any{"input": map[string]any{
		"idempotencyKey": id(t, graph.NounVersion), "id": tie.Link.ID, "version": tie.Link.Version,
	}})
	w.amend("ana", open, "Closed Example", w.private())
	again := w.listen("bogdan", watchTokens, map[string]any{"since": at.Revision})
	again.next() // BEGUN
	for _, want := range []string{tie.Link.ID, open.Record.ID} {
		if got := event(t, again.next()); got.Kind != "GONE" || got.ID != want {
			t.Errorf("told %+v, not that %s went", got, want)
		}
	}
}

type tokenedEvent = struct{ Kind, ID, Revision string }

// event reads what watchTokens tells.
func event(tb testing.TB, told string) tokenedEvent {
	tb.Helper()
	var e tokened
	must(tb, json.Unmarshal([]byte(told), &e))
	return e.Data.Changes
}

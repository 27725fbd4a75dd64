package server_test

import (
	"runtime"
	"slices"
	"testing"

	"entente/graph"
)

const pathQuery = `query($f: ID!, $t: ID!) { shortestPath(from: $f, to: $t) { hops entities { id } } }`

// brokered waits until the broker has looked at all that was asked.
func (w *team) brokered() {
	for w.casework.BrokerPending() > 0 {
		runtime.Gosched()
	}
}

// brokerTold are the elements about which an officer's organisation is told
// that a partner's question would have found more.
func (w *team) brokerTold(officer string) []string {
	w.tb.Helper()
	w.brokered()
	var about []string
	for _, n := range w.notices(officer) {
		if n.Kind == graph.NoticeBroker {
			if n.From != w.uk || n.Operation != w.operation || n.Officer != "" {
				w.tb.Errorf("the broker says %+v", n)
			}
			for _, id := range n.About {
				about = append(about, string(id))
			}
		}
	}
	slices.Sort(about)
	return about
}

// Ana asks how two people hang together. Bogdan's organisation knows, and keeps
// it to itself: it is told, once, and she sees no difference.
func TestTheOwnerIsToldWhatAPathWouldHaveFound(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	a, b := w.person("ana", "Path Begin", w.shared()).Record.ID, w.person("ana", "Path End", w.shared()).Record.ID
	alone := string(w.ask("ana", pathQuery, map[string]any{"f": a, "t": b}))
	if got := w.brokerTold("bogdan"); len(got) != 0 {
		t.Fatalf("where there is nothing, Bogdan is told %q", got)
	}
	via := w.person("bogdan", "Path Between", nil).Record.ID
	one, two := w.link("bogdan", "ASSOCIATE", a, via, nil).Link.ID, w.link("bogdan", "ASSOCIATE", via, b, nil).Link.ID
	want := []string{via, one, two}
	slices.Sort(want)
	for range 2 {
		if got := string(w.ask("ana", pathQuery, map[string]any{"f": a, "t": b})); got != alone {
			t.Errorf("Ana's answer is %s, and was %s", got, alone)
		}
		if got := w.brokerTold("bogdan"); !slices.Equal(got, want) {
			t.Errorf("Bogdan is told of %q, not %q", got, want)
		}
	}
	for _, officer := range []string{"ana", "uma", "eva"} {
		if got := w.noticesOf(officer); len(got) != 0 {
			t.Errorf("%s is told %q", officer, got)
		}
	}
	// A path that is as short already is no matter for the broker.
	c := w.person("ana", "Path Friend", w.shared()).Record.ID
	w.link("ana", "ASSOCIATE", a, c, w.shared())
	w.link("bogdan", "ASSOCIATE", a, c, nil)
	w.ask("ana", pathQuery, map[string]any{"f": a, "t": c})
	if got := w.brokerTold("bogdan"); !slices.Equal(got, want) {
		t.Errorf("of a path that is no longer, Bogdan is told %q", got)
	}
}

// A search that finds nothing would have found what a partner of a joint team
// holds; what an organisation holds that shares no team is no matter.
func TestTheOwnerIsToldWhatASearchWouldHaveFound(t *testing.T) {
	w := newTeam(t)
	w.withSupervisors()
	const search = `query($t: String!) { search(input: { text: $t }) { id } }`
	theirs := w.person("bogdan", "Zebedeu Ascuns", nil).Record.ID
	w.person("eva", "Zebedeu Elsewhere", nil)
	w.ask("ana", search, map[string]any{"t": "zebedeu"})
	if got := w.brokerTold("bogdan"); !slices.Equal(got, []string{theirs}) {
		t.Errorf("Bogdan is told of %q", got)
	}
	if got := w.noticesOf("eva"); len(got) != 0 {
		t.Errorf("Eva is told %q", got)
	}
	w.ask("eva", search, map[string]any{"t": "ascuns"})
	w.brokered()
	if got := w.brokerTold("bogdan"); !slices.Equal(got, []string{theirs}) {
		t.Errorf("of a stranger's question Bogdan is told %q", got)
	}
}

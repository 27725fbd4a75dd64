package server_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"entente/auth"
)

// teamNotices are the details of the notices of joint teams for an officer, the
// oldest first.
func (w *agreed) teamNotices(officer string) []string {
	w.tb.Helper()
	var got struct {
		Notices struct {
			TotalCount int
			Nodes      []struct{ Kind, Detail string }
		}
	}
	w.get(officer, `{ notices(first: 100) { totalCount nodes { kind detail operation { id } } } }`, nil, &got)
	var out []string
	for _, n := range got.Notices.Nodes {
		if n.Kind == "TEAM" {
			out = append(out, n.Detail)
		}
	}
	if got.Notices.TotalCount != len(got.Notices.Nodes) {
		w.tb.Errorf("%d of %d notices", len(got.Notices.Nodes), got.Notices.TotalCount)
	}
	slices.Reverse(out)
	return out
}

// wantDetails waits for the details of notices of joint teams on a line.
func (w *agreed) wantDetails(l *line, details ...string) {
	w.tb.Helper()
	for _, want := range details {
		if got := l.next(); !strings.Contains(got, `"kind":"TEAM","detail":"`+want+`"`) {
			w.tb.Errorf("told %s, not %s", got, want)
		}
	}
}

// Administrators are told, without seeing data, of what waits for them and what
// became of their joint team; by an act at once, by a date once.
func TestAdministratorsAreToldOfTheirTeams(t *testing.T) {
	w := newAgreed(t)
	const watch = `subscription { notices { notice { kind detail } } }`
	line := w.listen("adminRO", watch, nil)
	line.next() // the beginning
	hidden := w.person("bogdan", "Private Example", nil).Record.ID
	o := w.lapwing().Operation
	w.wantDetails(line, "PROPOSED", "MEMBER_ADDED")
	if got := w.teamNotices("adminUK"); !slices.Equal(slices.Sorted(slices.Values(got)), []string{"MEMBER_ADDED", "PARTY_ADDED", "PARTY_ADDED", "SIGNED"}) {
		t.Errorf("the proposer is told %q", got)
	}
	present := w.operate("adminUK", "amendOperation", "AmendOperationInput", map[string]any{
		"id": o.ID, "version": o.Version, "parties": []any{w.uk, w.bg},
		"agreement": map[string]any{"legalBasis": "a treaty", "purpose": "to try more", "from": "2010-01-01", "until": "2010-06-20"},
	}).Operation
	if present.Proposal == nil {
		t.Fatal("nothing is proposed")
	}
	if got := w.teamNotices("adminBG"); !slices.Equal(got, []string{"AMENDMENT_PROPOSED"}) {
		t.Errorf("who is asked to join is told %q", got)
	}
	w.operate("adminBG", "signOperation", "OperationInput", map[string]any{"id": o.ID, "version": present.Version})
	w.wantDetails(line, "AMENDMENT_PROPOSED")
	removed := []string{line.next(), line.next(), line.next()}
	for _, want := range []string{"SIGNED", "PARTY_ADDED", "PARTY_REMOVED"} {
		if !slices.ContainsFunc(removed, func(e string) bool { return strings.Contains(e, `"`+want+`"`) }) {
			t.Errorf("who is removed is told %q, not %s", removed, want)
		}
	}
	for range 2 {
		_, err := w.casework.CarryOutDisposals(context.Background(), auth.OfficerID("test", "operator"))
		must(t, err)
	}
	count := func(officer, detail string) (n int) {
		for _, got := range w.teamNotices(officer) {
			if got == detail {
				n++
			}
		}
		return n
	}
	for _, officer := range []string{"adminUK", "adminBG"} {
		if n := count(officer, "ENDS_SOON"); n != 1 {
			t.Errorf("%s is told %d times that the team ends soon", officer, n)
		}
	}
	w.later.Store(21 * 24 * 60 * 60)
	for name, p := range w.known {
		p.Expires = w.now().AddDate(0, 0, 1)
		w.known[name] = p
	}
	var filed struct {
		FileEvaluation struct{ Evaluation struct{ ID string } }
	}
	w.get("adminBG", `mutation($input: FileEvaluationInput!) { fileEvaluation(input: $input) { evaluation { id } } }`, input(map[string]any{"operation": o.ID, "results": "It worked."}), &filed)
	for range 2 {
		_, err := w.casework.CarryOutDisposals(context.Background(), auth.OfficerID("test", "operator"))
		must(t, err)
	}
	for officer, want := range map[string][3]int{"adminUK": {1, 1, 1}, "adminBG": {1, 0, 0}, "adminRO": {0, 0, 0}} {
		if got := [3]int{count(officer, "ENDED"), count(officer, "EVALUATION_DUE"), count(officer, "EVALUATION")}; got != want {
			t.Errorf("%s is told %v of the end, the due and the filed evaluation, not %v", officer, got, want)
		}
	}
	if w.sees("adminRO", hidden) {
		t.Error("an administrator sees data")
	}
	if got := string(w.ask("adminUK", `{ notices(kinds: [SHARED, HIT]) { totalCount nodes { kind } } }`, nil)); got != `{"data":{"notices":{"totalCount":0,"nodes":[]}}}` {
		t.Errorf("of another kind: %s", got)
	}
	if got := string(w.ask("admin", `{ notices { totalCount nodes { kind } } }`, nil)); got != `{"data":{"notices":{"totalCount":0,"nodes":[]}}}` {
		t.Errorf("an administrator of something else: %s", got)
	}
}

package server_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"

	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
)

// childrens is a marking in the compartment of children.
func childrens(marking map[string]any) map[string]any {
	marking["compartments"] = []any{graph.Child}
	return marking
}

// clear makes officers supervisors who are cleared for children.
func (w *agreed) clear(officers ...string) {
	for _, name := range officers {
		p := w.known[name]
		p.Clearances, p.Roles = []graph.Compartment{graph.Child}, []auth.Role{auth.Investigator, auth.Supervisor}
		w.known[name] = p
	}
}

func (w *agreed) carriesOut() {
	w.tb.Helper()
	_, err := w.casework.CarryOutDisposals(context.Background(), auth.OfficerID("test", "operator"))
	must(w.tb, err)
}

// reviewsToldOf are the elements that notices of reviews name to an officer, in order.
func (w *agreed) reviewsToldOf(officer string) []string {
	w.tb.Helper()
	var told struct {
		Notices struct {
			TotalCount int
			Nodes      []struct{ About []string }
		}
	}
	w.get(officer, `{ notices(kinds: [REVIEW]) { totalCount nodes { about } } }`, nil, &told)
	var about []string
	for _, n := range told.Notices.Nodes {
		if len(n.About) == 0 {
			w.tb.Errorf("%s is told of nothing", officer)
		}
		about = append(about, n.About...)
	}
	if told.Notices.TotalCount != len(told.Notices.Nodes) {
		w.tb.Errorf("%s: %d of %d notices", officer, len(told.Notices.Nodes), told.Notices.TotalCount)
	}
	slices.Sort(about)
	return about
}

// A notice of reviews names what its reader may know of: not a record of a compartment,
// nor a plain link or role that ends at one, whether their own date or their marking's has come.
func TestReviewsAreToldToWhomTheyConcern(t *testing.T) {
	for _, byMarking := range []bool{false, true} {
		w := supervised(t)
		w.clear("ana")
		plain, private := w.private(), childrens(w.private())
		if byMarking {
			plain["review"], private["review"] = "2010-06-01T12:10:00Z", "2010-06-01T12:10:00Z"
		}
		open, child := w.person("ana", "Open Example", plain).Record.ID, w.person("ana", "Child Example", private).Record.ID
		tie := w.link("ana", "ASSOCIATE", open, child, plain).Link.ID
		role := w.role("ana", child, "WITNESS", plain)
		named := map[string]any{"audience": map[string]any{"scope": "OFFICERS", "officers": []any{w.known["ana"].Officer}}}
		if byMarking {
			named["review"] = plain["review"]
		}
		apart := w.person("ana", "Apart Example", named).Record.ID
		all := []string{open, child, tie, role, apart}
		slices.Sort(all)
		if !byMarking {
			w.mutate("ana", "setReview", "SetReviewInput", `retentions { of }`, map[string]any{"ids": all, "review": "2010-06-01T12:10:00Z"}, &struct{}{})
		}
		w.later.Store(11 * 60)
		w.carriesOut()
		w.carriesOut()
		if got := w.reviewsToldOf("sue"); !slices.Equal(got, []string{open}) {
			t.Errorf("by marking %v: Sue is told of %q, not of %q", byMarking, got, open)
		}
		if got := w.reviewsToldOf("ana"); !slices.Equal(got, all) {
			t.Errorf("by marking %v: Ana is told of %q, not of %q", byMarking, got, all)
		}
	}
}

// A disposal names and counts its elements, and is known to those supervisors who may
// know of all of them.
func TestDisposalsAreKnownToWhomTheyConcern(t *testing.T) {
	w := supervised(t)
	w.clear("ana", "sam")
	child := w.person("ana", "Child Example", childrens(w.private())).Record.ID
	tie := w.link("ana", "ASSOCIATE", child, w.person("ana", "Open Example", nil).Record.ID, nil).Link.ID
	const list = `{ disposals { id about erased } }`
	for _, of := range []string{child, tie} {
		var proposed, decided disposed
		w.mutate("ana", "dispose", "DisposeInput", disposalFields, map[string]any{"ids": []string{of}, "reason": "no longer needed"}, &proposed)
		d := proposed.Did.Disposal
		confirm := func() map[string]any { return map[string]any{"id": d.ID, "version": d.Version, "confirm": true} }
		if got := w.refusedTo("sue", "decideDisposal", "DecideDisposalInput", confirm()); got != "NOT_FOUND input.id" {
			t.Errorf("Sue confirms what she does not see: %s", got)
		}
		if got := string(w.ask("sue", list, nil)); got != `{"data":{"disposals":[]}}` {
			t.Errorf("Sue reads %s", got)
		}
		if got := string(w.ask("sam", list, nil)); !strings.Contains(got, of) {
			t.Errorf("Sam reads %s", got)
		}
		w.mutate("sam", "decideDisposal", "DecideDisposalInput", disposalFields, confirm(), &decided)
	}
	w.carriesOut()
	if got := string(w.ask("sue", list, nil)); got != `{"data":{"disposals":[]}}` {
		t.Errorf("done, Sue reads %s", got)
	}
	if got := string(w.ask("sam", list, nil)); strings.Count(got, `"erased":1`) != 2 {
		t.Errorf("done, Sam reads %s", got)
	}
}

// A certificate counts what its reader may know of: what needs a clearance, what hangs on
// it, and what the team could not see are counted apart.
func TestCertificatesCountInSight(t *testing.T) {
	w := supervised(t)
	w.clear("ana")
	o := w.lapwing().Operation
	embargoed := w.sharedWith(o.ID)
	embargoed["embargo"] = "2010-12-01T00:00:00Z"
	open := w.person("ana", "Open Example", w.sharedWith(o.ID)).Record.ID
	child := w.person("ana", "Child Example", childrens(w.sharedWith(o.ID))).Record.ID
	tie := w.link("ana", "ASSOCIATE", open, child, w.sharedWith(o.ID)).Link.ID
	later := w.person("ana", "Later Example", embargoed).Record.ID
	dangling := w.link("ana", "ASSOCIATE", open, w.person("ana", "Private Example", nil).Record.ID, w.sharedWith(o.ID)).Link.ID
	theirs := w.person("bogdan", "Gone Example", w.sharedWith(o.ID)).Record.ID
	lost := w.link("ana", "ASSOCIATE", open, theirs, w.sharedWith(o.ID)).Link.ID
	_, err := w.store.Write(t.Context(), policy.Whole(1000), graph.Write{Erase: []graph.ID{graph.ID(theirs)}})
	must(t, err)
	proposed := w.operate("adminRO", "endOperation", "OperationInput", map[string]any{"id": o.ID, "version": o.Version})
	w.operate("adminUK", "signOperation", "OperationInput", map[string]any{"id": o.ID, "version": proposed.Operation.Version})
	var closed struct {
		Did struct {
			Certificate struct {
				Records, Links, Involvements, Held *int
				Digest                             string
			}
		}
	}
	w.mutate("adminUK", "closeSharing", "CloseSharingInput", certificateFields, map[string]any{"operation": o.ID, "choice": "RETURN"}, &closed)
	digest := func(ids ...string) string {
		slices.Sort(ids)
		sum := sha256.Sum256([]byte(strings.Join(ids, "\n") + "\n"))
		return hex.EncodeToString(sum[:])
	}
	plain, forCleared, apart := fmt.Sprintf("1 0 %s", digest(open)), fmt.Sprintf("1 1 %s", digest(child, tie)), fmt.Sprintf("1 2 %s", digest(later, dangling, lost))
	if c := closed.Did.Certificate; c.Digest != digest(open) || c.Records != nil || c.Links != nil || c.Involvements != nil || c.Held != nil {
		t.Errorf("the administrator is given %+v", c)
	}
	reads := func(officer string, want ...string) {
		t.Helper()
		var got struct {
			Node struct {
				Certificates []struct {
					Records, Links int
					Digest         string
				}
			}
		}
		w.get(officer, `query($id: ID!) { node(id: $id) { ... on Operation { certificates { records links digest } } } }`, map[string]any{"id": o.ID}, &got)
		var read []string
		for _, c := range got.Node.Certificates {
			read = append(read, fmt.Sprintf("%d %d %s", c.Records, c.Links, c.Digest))
		}
		slices.Sort(read)
		slices.Sort(want)
		if !slices.Equal(read, want) {
			t.Errorf("%s reads %q, not %q", officer, read, want)
		}
	}
	reads("bogdan", plain)
	reads("sue", plain, apart)
	reads("ana", plain, apart, forCleared)
	w.clear("bogdan")
	reads("bogdan", plain, forCleared)
	// Administrators read that all parties were told, and no number; who files, and who is of another party.
	const filed = `query($id: ID!) { node(id: $id) { ... on Operation { certificates { choice digest officer records links involvements held } } } }`
	want := fmt.Sprintf(`{"data":{"node":{"certificates":[{"choice":"RETURN","digest":%q,"officer":%q,"records":null,"links":null,"involvements":null,"held":null}]}}}`,
		digest(open), w.known["adminUK"].Officer)
	for _, officer := range []string{"adminUK", "adminRO"} {
		if got := string(w.ask(officer, filed, map[string]any{"id": o.ID})); got != want {
			t.Errorf("%s reads %s", officer, got)
		}
	}
	for _, officer := range []string{"adminBG", "admin"} {
		if got := string(w.ask(officer, filed, map[string]any{"id": o.ID})); strings.Contains(got, "digest") {
			t.Errorf("%s reads %s", officer, got)
		}
	}
}

package server_test

import (
	"context"
	"crypto/rand"
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

// supervised is a team with two supervisors of one organisation.
func supervised(t *testing.T) *agreed {
	t.Helper()
	w := newAgreed(t)
	w.supervise()
	return w
}

func (w *agreed) supervise() {
	w.known["sue"] = w.officer("sue", w.uk, auth.Supervisor)
	w.known["sam"] = w.officer("sam", w.uk, auth.Supervisor)
	w.known["rod"] = w.officer("rod", w.ro, auth.Supervisor)
}

// mutate carries out a mutation and decodes what it gives.
func (w *agreed) mutate(officer, mutation, inputType, fields string, input map[string]any, into any) {
	w.tb.Helper()
	if input["idempotencyKey"] == nil {
		input["idempotencyKey"] = rand.Text()
	}
	w.get(officer, fmt.Sprintf("mutation($input: %s!) { did: %s(input: $input) { revision %s } }", inputType, mutation, fields), map[string]any{"input": input}, into)
}

type disposed struct {
	Did struct {
		Disposal struct {
			ID, Version, State string
			Erased, Held       int
		}
	}
}

const disposalFields = `disposal { id version state erased held }`

// dispose decides with two supervisors, and lets the job run.
func (w *agreed) dispose(ids ...string) {
	w.tb.Helper()
	var proposed, decided disposed
	w.mutate("sue", "dispose", "DisposeInput", disposalFields, map[string]any{"ids": ids, "reason": "no longer needed"}, &proposed)
	w.mutate("sam", "decideDisposal", "DecideDisposalInput", disposalFields, map[string]any{
		"id": proposed.Did.Disposal.ID, "version": proposed.Did.Disposal.Version, "confirm": true,
	}, &decided)
	if got := decided.Did.Disposal.State; got != "CONFIRMED" {
		w.tb.Fatalf("decided: %s", got)
	}
	_, err := w.casework.CarryOutDisposals(context.Background(), auth.OfficerID("test", "operator"))
	must(w.tb, err)
	revision, err := w.store.Revision(context.Background())
	must(w.tb, err)
	must(w.tb, w.engine.WaitFor(context.Background(), revision))
}

// What two supervisors decided to erase is gone from store, search, engine and
// lines, with what of theirs hung on it; a partner's link to it has lost its end.
func TestWhatIsErasedIsGone(t *testing.T) {
	w := supervised(t)
	gone := w.person("ana", "Vanishing Example", w.shared())
	near := w.person("ana", "Staying Example", w.shared())
	far := w.person("bogdan", "Partner Example", w.shared())
	own := w.link("ana", "ASSOCIATE", gone.Record.ID, near.Record.ID, w.shared())
	theirs := w.link("bogdan", "ASSOCIATE", gone.Record.ID, far.Record.ID, nil)
	gone = w.amend("ana", gone, "Vanished Example", nil)
	bogdan := w.listen("bogdan", watchTokens, nil)
	bogdan.next()
	w.dispose(gone.Record.ID)
	for _, id := range []string{gone.Record.ID, own.Link.ID, theirs.Link.ID} {
		for _, officer := range []string{"ana", "bogdan", "sue"} {
			if code, _ := w.fault(officer, `query($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": id}); code != "NOT_FOUND" {
				t.Errorf("%s reads %s: %s", officer, id, code)
			}
		}
	}
	const left = `query($near: ID!, $far: ID!, $text: String!) { search(input: {text: $text}) { id } records(filter: {name: $text}) { totalCount }
		path: shortestPath(from: $near, to: $far) { hops } node(id: $far) { ... on Record { linkCounts { count } links { totalCount } expand { records { id } } } } }`
	want := `{"data":{"search":[],"records":{"totalCount":0},"path":null,"node":{"linkCounts":[],"links":{"totalCount":0},"expand":{"records":[`
	if got := string(w.ask("bogdan", left, map[string]any{"near": near.Record.ID, "far": far.Record.ID, "text": "Vanished"})); !strings.HasPrefix(got, want) {
		t.Errorf("left behind: %s", got)
	}
	if got := bogdan.next(); !strings.Contains(got, `"kind":"GONE","id":"`+gone.Record.ID) {
		t.Errorf("Bogdan is told %s", got)
	}
	w.unmade(gone.Record.ID)
}

// unmade tries to import an erased record again, and a link to it.
func (w *agreed) unmade(record string) {
	w.tb.Helper()
	m := graph.OwnOrganisationOnly(w.uk)
	m.Audience.Scope = graph.Everyone
	again := graph.Record{
		Contribution: graph.Contribution{ID: graph.ID(record), Hub: "hub.test.example", Source: "INT-1", Marking: m}, Details: &graph.Person{Name: "Risen Example"},
	}
	fresh := again
	fresh.ID, fresh.Details = graph.IDOf(graph.NounRecord, [16]byte([]byte(rand.Text())[:16])), &graph.Person{Name: "Fresh Example"}
	link := graph.Link{Contribution: fresh.Contribution, Kind: "ASSOCIATE", From: again.ID, To: fresh.ID, Details: &graph.Relationship{Relationship: "friend"}}
	link.ID = graph.IDOf(graph.NounLink, [16]byte([]byte(rand.Text())[:16]))
	_, err := w.store.Write(context.Background(), policy.Whole(1000), graph.Write{
		Import: true, Records: []graph.Record{again, fresh}, Links: []graph.Link{link},
	})
	must(w.tb, err)
	if w.sees("ana", record) || !w.sees("ana", string(fresh.ID)) {
		w.tb.Error("an import has brought back what was erased, or has brought nothing")
	}
}

// Nothing is erased without a second supervisor, nor under a legal hold.
func TestNothingIsErasedWithoutADecision(t *testing.T) {
	w := supervised(t)
	kept, held := w.person("ana", "Kept Example", w.shared()), w.person("ana", "Held Example", w.shared())
	his := w.person("bogdan", "Partner Example", map[string]any{"audience": map[string]any{"scope": "EVERYONE"}})
	ids := func(ids ...string) map[string]any { return map[string]any{"ids": ids, "reason": "no longer needed"} }
	var proposed, decided disposed
	w.mutate("sue", "dispose", "DisposeInput", disposalFields, ids(kept.Record.ID, held.Record.ID), &proposed)
	d := proposed.Did.Disposal
	decide := func(confirm bool) map[string]any {
		return map[string]any{"id": d.ID, "version": d.Version, "confirm": confirm}
	}
	for _, c := range []struct {
		officer, mutation, inputType string
		input                        map[string]any
		want                         string
	}{
		{"ana", "dispose", "DisposeInput", ids(kept.Record.ID), "GATE_CLOSED"},
		{"sue", "dispose", "DisposeInput", ids(his.Record.ID), "GATE_CLOSED"},
		{"sue", "dispose", "DisposeInput", ids(), "BAD_USER_INPUT input.ids"},
		{"sue", "dispose", "DisposeInput", ids(string(id(t, graph.NounRecord))), "NOT_FOUND input.ids"},
		{"sue", "dispose", "DisposeInput", map[string]any{"ids": []string{kept.Record.ID}, "reason": ""}, "BAD_USER_INPUT input.reason"},
		{"sue", "decideDisposal", "DecideDisposalInput", decide(true), "GATE_CLOSED"},
		{"rod", "decideDisposal", "DecideDisposalInput", decide(true), "NOT_FOUND input.id"},
		{"sue", "setReview", "SetReviewInput", map[string]any{"ids": []string{kept.Record.ID}, "review": "2009-01-01T00:00:00Z"}, "BAD_USER_INPUT input.review"},
		{"ana", "setHold", "SetHoldInput", ids(kept.Record.ID), "GATE_CLOSED"},
	} {
		if got := w.refusedTo(c.officer, c.mutation, c.inputType, c.input); got != c.want {
			t.Errorf("%s by %s: %s, not %s", c.mutation, c.officer, got, c.want)
		}
	}
	n, err := w.casework.CarryOutDisposals(context.Background(), auth.OfficerID("test", "operator"))
	must(t, err)
	if n != 0 || !w.sees("ana", kept.Record.ID) {
		t.Error("something was erased that nobody confirmed")
	}
	var retained struct {
		Did struct{ Retentions []struct{ Of string } }
	}
	w.mutate("sue", "setHold", "SetHoldInput", `retentions { of }`, map[string]any{"ids": []string{held.Record.ID}, "reason": "a court asks"}, &retained)
	if got := w.refusedTo("sue", "dispose", "DisposeInput", ids(held.Record.ID)); got != "BAD_USER_INPUT input.ids" {
		t.Errorf("disposal of what is under a legal hold: %s", got)
	}
	w.mutate("sam", "decideDisposal", "DecideDisposalInput", disposalFields, decide(true), &decided)
	_, err = w.casework.CarryOutDisposals(context.Background(), auth.OfficerID("test", "operator"))
	must(t, err)
	if w.sees("ana", kept.Record.ID) || !w.sees("ana", held.Record.ID) {
		t.Error("the hold did not beat the disposal, or nothing was disposed of")
	}
	var list struct {
		Disposals []struct {
			State        string
			Erased, Held int
		}
	}
	w.get("sue", `{ disposals { state erased held } }`, nil, &list)
	if fmt.Sprint(list.Disposals) != "[{DONE 1 1}]" {
		t.Errorf("disposals: %v", list.Disposals)
	}
}

// A review that has come is on the supervisors' list and is told once; keeping
// moves it on.
func TestReviewsComeDue(t *testing.T) {
	w := supervised(t)
	made := w.person("ana", "Due Example", nil)
	var retained struct {
		Did struct{ Retentions []struct{ Review string } }
	}
	w.mutate("ana", "setReview", "SetReviewInput", `retentions { review }`, map[string]any{"ids": []string{made.Record.ID}, "review": "2010-06-01T12:10:00Z"}, &retained)
	const list = `{ reviews(due: "2010-06-01T13:00:00Z") { nodes { of element { id } } } }`
	if got := string(w.ask("sue", list, nil)); got != fmt.Sprintf(`{"data":{"reviews":{"nodes":[{"of":%q,"element":{"id":%q}}]}}}`, made.Record.ID, made.Record.ID) {
		t.Errorf("reviews: %s", got)
	}
	if got := string(w.ask("rod", list, nil)); got != `{"data":{"reviews":{"nodes":[]}}}` {
		t.Errorf("a partner's reviews: %s", got)
	}
	w.later.Store(11 * 60)
	for range 2 {
		_, err := w.casework.CarryOutDisposals(context.Background(), auth.OfficerID("test", "operator"))
		must(t, err)
	}
	const notices = `{ notices(kinds: [REVIEW]) { totalCount nodes { about } } }`
	if got := string(w.ask("sue", notices, nil)); got != fmt.Sprintf(`{"data":{"notices":{"totalCount":1,"nodes":[{"about":[%q]}]}}}`, made.Record.ID) {
		t.Errorf("notices: %s", got)
	}
	w.mutate("sam", "keep", "KeepInput", `retentions { review }`, map[string]any{"ids": []string{made.Record.ID}, "review": "2015-01-01T00:00:00Z", "reason": "the trial is pending"}, &retained)
	if got := string(w.ask("sue", list, nil)); got != `{"data":{"reviews":{"nodes":[]}}}` {
		t.Errorf("kept, and still to be reviewed: %s", got)
	}
}

// A marking may carry the review date of all that stands under it. What was said of
// one element itself goes before it, partners learn nothing of it, and the owner is told
// once.
func TestReviewsComeDueByTheirMarking(t *testing.T) {
	w := supervised(t)
	marked := w.shared()
	marked["review"] = "2010-06-01T12:10:00Z"
	first, second := w.person("ana", "First Example", marked).Record, w.person("ana", "Second Example", marked).Record
	tie := w.link("ana", "ASSOCIATE", first.ID, second.ID, marked).Link.ID
	role := w.role("ana", first.ID, "WITNESS", marked)
	supervisor := w.known["ana"]
	supervisor.Roles = []auth.Role{auth.Investigator, auth.Supervisor}
	w.known["sue2"] = supervisor
	var retained struct {
		Did struct{ Retentions []struct{ Of string } }
	}
	w.mutate("ana", "setReview", "SetReviewInput", `retentions { of }`, map[string]any{"ids": []string{second.ID}, "review": "2010-06-01T12:05:00Z"}, &retained)
	marks := []string{first.ID, tie, role}
	slices.Sort(marks)
	want := append([]string{second.ID}, marks...)
	due := func(officer string, first int) (ids []string) {
		after := ""
		for {
			var got struct {
				Reviews struct {
					PageInfo struct {
						HasNextPage bool
						EndCursor   *string
					}
					Nodes []struct{ Of, Review string }
				}
			}
			w.get(officer, `query($first: Int!, $after: Cursor) { reviews(due: "2010-06-01T13:00:00Z", first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { of review element { id } } } }`,
				map[string]any{"first": first, "after": after}, &got)
			for _, n := range got.Reviews.Nodes {
				ids = append(ids, n.Of)
			}
			if !got.Reviews.PageInfo.HasNextPage {
				return ids
			}
			after = *got.Reviews.PageInfo.EndCursor
		}
	}
	for _, size := range []int{1, 2, 3, 50} {
		if got := due("sue2", size); !slices.Equal(got, want) {
			t.Errorf("pages of %d: %q, not %q", size, got, want)
		}
	}
	if got := due("rod", 50); len(got) != 0 {
		t.Errorf("a partner's reviews: %q", got)
	}
	const review = `query($id: ID!) { node(id: $id) { ... on Record { marking { review } } } }`
	if got := string(w.ask("ana", review, map[string]any{"id": first.ID})); got != `{"data":{"node":{"marking":{"review":"2010-06-01T12:10:00Z"}}}}` {
		t.Errorf("the owner reads %s", got)
	}
	if got := string(w.ask("bogdan", review, map[string]any{"id": first.ID})); got != `{"data":{"node":{"marking":{"review":null}}}}` {
		t.Errorf("the partner reads %s", got)
	}
	w.refused("ana", createRecord, input(map[string]any{
		"source": "INT-1", "details": map[string]any{"person": map[string]any{"name": "Late Example"}},
		"marking": map[string]any{"audience": map[string]any{"scope": "PRIVATE"}, "review": "2010-06-01T11:00:00Z"},
	}), refusal{"BAD_USER_INPUT", "input.marking.review"})
	w.later.Store(11 * 60)
	for range 2 {
		_, err := w.casework.CarryOutDisposals(context.Background(), auth.OfficerID("test", "operator"))
		must(t, err)
	}
	var told struct {
		Notices struct{ Nodes []struct{ About []string } }
	}
	w.get("sue", `{ notices(kinds: [REVIEW]) { nodes { about } } }`, nil, &told)
	var about [][]string
	for _, n := range told.Notices.Nodes {
		about = append(about, n.About)
	}
	if len(about) != 2 || !slices.ContainsFunc(about, func(ids []string) bool { return slices.Equal(ids, []string{second.ID}) }) ||
		!slices.ContainsFunc(about, func(ids []string) bool {
			return slices.Contains(ids, first.ID) && slices.Contains(ids, tie) && slices.Contains(ids, role)
		}) {
		t.Errorf("told of %q", about)
	}
	if n := len(w.noticesOf("bogdan")); n != 0 {
		t.Errorf("the partner is told %d times", n)
	}
	w.mutate("sue", "keep", "KeepInput", `retentions { of }`, map[string]any{"ids": []string{first.ID}, "review": "2015-01-01T00:00:00Z", "reason": "the trial is pending"}, &retained)
	if got := due("sue2", 50); slices.Contains(got, first.ID) || len(got) != 3 {
		t.Errorf("kept, and still to be reviewed: %q", got)
	}
	_ = w.amend("ana", written{Record: first}, "First Example", w.shared())
	if got := string(w.ask("ana", review, map[string]any{"id": first.ID})); got != `{"data":{"node":{"marking":{"review":"2010-06-01T12:10:00Z"}}}}` {
		t.Errorf("amended without a word of it, the review is %s", got)
	}
}

// Of a link whose end has gone out of sight there is no review: the list shows
// what can be opened.
func TestReviewsAreOfWhatCanBeOpened(t *testing.T) {
	w := supervised(t)
	own := w.person("ana", "Near Example", nil).Record.ID
	theirs := w.person("bogdan", "Far Example", w.shared()).Record
	tie := w.link("ana", "ASSOCIATE", own, theirs.ID, w.shared()).Link.ID
	supervisor := w.known["ana"]
	supervisor.Roles = []auth.Role{auth.Investigator, auth.Supervisor}
	w.known["sue2"] = supervisor
	var retained struct {
		Did struct{ Retentions []struct{ Of string } }
	}
	w.mutate("ana", "setReview", "SetReviewInput", `retentions { of }`, map[string]any{"ids": []string{tie}, "review": "2010-06-01T12:10:00Z"}, &retained)
	const list = `{ reviews(due: "2010-06-01T13:00:00Z") { nodes { of } } }`
	if got := string(w.ask("sue2", list, nil)); got != fmt.Sprintf(`{"data":{"reviews":{"nodes":[{"of":%q}]}}}`, tie) {
		t.Errorf("with both ends in sight: %s", got)
	}
	if n := w.share("bogdan", map[string]any{"act": "RECALL", "ids": []any{theirs.ID}}); n != 1 {
		t.Fatalf("%d recalled", n)
	}
	if got := string(w.ask("sue2", list, nil)); got != `{"data":{"reviews":{"nodes":[]}}}` {
		t.Errorf("with an end out of sight: %s", got)
	}
}

// What was erased is still its owner's in the log: the owner's auditors learn who
// had looked at it and who erased it, as before; the auditors of others learn
// of their own officers alone, and a stranger of nobody.
func TestWhatWasErasedStaysItsOwnersInTheLog(t *testing.T) {
	w := supervised(t)
	w.known["auditor"], w.known["revizor"] = w.officer("auditor", w.uk, auth.Auditor), w.officer("revizor", w.ro, auth.Auditor)
	w.known["stranger"] = w.officer("stranger", id(t, graph.NounOrganisation), auth.Auditor)
	gone, far := w.person("ana", "Vanished Example", w.shared()), w.person("ana", "Left Example", w.shared())
	tie := w.link("ana", "ASSOCIATE", gone.Record.ID, far.Record.ID, w.shared()).Link.ID
	role := w.role("ana", gone.Record.ID, "WITNESS", w.shared())
	ids := []string{gone.Record.ID, tie, role}
	for _, one := range ids {
		w.ask("bogdan", `query($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": one})
	}
	officers := []string{"auditor", "revizor", "stranger"}
	learn := func() map[string][]string {
		out := map[string][]string{}
		for _, officer := range officers {
			for _, one := range ids {
				out[officer+one] = slices.DeleteFunc(w.asksLog(officer, accessesTo, one), func(line string) bool { return strings.Contains(line, "WHO_SAW") })
			}
		}
		return out
	}
	before := learn()
	w.dispose(gone.Record.ID)
	after := learn()
	for _, one := range ids {
		if got := after["auditor"+one]; len(got) <= len(before["auditor"+one]) && one == gone.Record.ID || !slices.Equal(got[len(got)-len(before["auditor"+one]):], before["auditor"+one]) ||
			!slices.ContainsFunc(got, func(line string) bool { return strings.HasPrefix(line, "bogdan READ") }) {
			t.Errorf("the owner learns %q, and before %q", got, before["auditor"+one])
		}
		if got := after["revizor"+one]; !slices.Equal(got, before["revizor"+one]) || len(got) == 0 {
			t.Errorf("the partner learns %q, and before %q", got, before["revizor"+one])
		}
		if got := after["stranger"+one]; len(got) != 0 {
			t.Errorf("a stranger learns %q", got)
		}
	}
	if got := after["auditor"+gone.Record.ID]; !slices.ContainsFunc(got, func(line string) bool { return strings.Contains(line, "ERASE") }) {
		t.Errorf("the owner does not learn that it was erased: %q", got)
	}
}

type certified struct {
	Did struct {
		Certificate struct {
			ID, Choice, Digest                 string
			Records, Links, Involvements, Held int
		}
	}
}

const certificateFields = `certificate { id choice digest records links involvements held }`

// At the end each owner takes back or purges what it had shared, and holds a
// certificate of it that the parties can read.
func TestEachOwnerClosesItsSharing(t *testing.T) {
	for _, choice := range []string{"RETURN", "PURGE"} {
		w := supervised(t)
		o := w.lapwing().Operation
		first, second := w.person("ana", "First Example", w.sharedWith(o.ID)), w.person("ana", "Second Example", w.sharedWith(o.ID))
		tie := w.link("ana", "ASSOCIATE", first.Record.ID, second.Record.ID, w.sharedWith(o.ID))
		other := w.person("bogdan", "Other Example", w.sharedWith(o.ID))
		alone := w.person("ana", "Alone Example", nil)
		var retained struct {
			Did struct{ Retentions []struct{ Of string } }
		}
		w.mutate("sue", "setHold", "SetHoldInput", `retentions { of }`, map[string]any{"ids": []string{second.Record.ID}, "reason": "a court asks"}, &retained)
		input := map[string]any{"idempotencyKey": rand.Text(), "operation": o.ID, "choice": choice}
		if got := w.refusedTo("sue", "closeSharing", "CloseSharingInput", map[string]any{"operation": o.ID, "choice": choice}); got != "BAD_USER_INPUT input.operation" {
			t.Errorf("closed while it runs: %s", got)
		}
		proposed := w.operate("adminRO", "endOperation", "OperationInput", map[string]any{"id": o.ID, "version": o.Version})
		w.operate("adminUK", "signOperation", "OperationInput", map[string]any{"id": o.ID, "version": proposed.Operation.Version})
		var got, again certified
		w.mutate("sue", "closeSharing", "CloseSharingInput", certificateFields, input, &got)
		w.mutate("sue", "closeSharing", "CloseSharingInput", certificateFields, input, &again)
		ids := []string{first.Record.ID, second.Record.ID, tie.Link.ID}
		slices.Sort(ids)
		sum := sha256.Sum256([]byte(strings.Join(ids, "\n") + "\n"))
		c := got.Did.Certificate
		if c.Records != 2 || c.Links != 1 || c.Choice != choice || c.Digest != hex.EncodeToString(sum[:]) || again != got {
			t.Errorf("%s: certificate %+v, and again %+v", choice, c, again.Did.Certificate)
		}
		if held := map[string]int{"RETURN": 0, "PURGE": 1}[choice]; c.Held != held {
			t.Errorf("%s: %d held", choice, c.Held)
		}
		if w.sees("ana", first.Record.ID) != (choice == "RETURN") || !w.sees("ana", second.Record.ID) || !w.sees("ana", alone.Record.ID) || !w.sees("bogdan", other.Record.ID) {
			t.Errorf("%s: what is left is not what was chosen", choice)
		}
		var scope struct {
			Node struct {
				Marking struct{ Audience struct{ Scope string } }
			}
		}
		w.get("ana", `query($id: ID!) { node(id: $id) { ... on Record { marking { audience { scope } } } } }`, map[string]any{"id": second.Record.ID}, &scope)
		if scope.Node.Marking.Audience.Scope != "PRIVATE" {
			t.Errorf("returned, and marked %s", scope.Node.Marking.Audience.Scope)
		}
		var filed struct {
			Did struct{ Evaluation struct{ ID string } }
		}
		w.mutate("adminRO", "fileEvaluation", "FileEvaluationInput", `evaluation { id }`, map[string]any{"operation": o.ID, "results": "It worked.", "arrests": 3}, &filed)
		const read = `query($id: ID!) { node(id: $id) { ... on Operation { certificates { id organisation { name } } evaluations { results arrests } } } }`
		want := fmt.Sprintf(`{"data":{"node":{"certificates":[{"id":%q,"organisation":{"name":"UK Test Police"}}],"evaluations":[{"results":"It worked.","arrests":3}]}}}`, c.ID)
		if got := string(w.ask("bogdan", read, map[string]any{"id": o.ID})); got != want {
			t.Errorf("the partner reads %s", got)
		}
		if got := string(w.ask("adminRO", read, map[string]any{"id": o.ID})); got != want {
			t.Errorf("who filed the evaluation reads %s", got)
		}
		none := strings.Replace(want, `{"results":"It worked.","arrests":3}`, "", 1)
		if got := string(w.ask("adminUK", read, map[string]any{"id": o.ID})); got != none {
			t.Errorf("another administrator reads %s", got)
		}
		if got := w.refusedTo("adminUK", "closeSharing", "CloseSharingInput", map[string]any{"operation": o.ID, "choice": "PURGE"}); got != "GATE_CLOSED" {
			t.Errorf("an administrator purges: %s", got)
		}
		if got := w.refusedTo("adminBG", "fileEvaluation", "FileEvaluationInput", map[string]any{"operation": o.ID, "results": "x"}); got != "NOT_FOUND input.operation" {
			t.Errorf("a stranger evaluates: %s", got)
		}
	}
}

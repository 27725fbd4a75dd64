package server_test

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"entente/auth"
	"entente/auth/policy"
	"entente/casework"
	"entente/graph"
	"entente/graph/neo4j/neo4jtest"
)

// cutStore is the store of a process that is cut off at its writes: from the
// moment it is armed, at the first one, either before it is committed or before the
// process hears that it was. After that nothing reaches the store: the process is
// as good as killed.
type cutStore struct {
	casework.Store
	cut *cut
}

type cut struct {
	mu     sync.Mutex
	armed  bool
	after  bool // the write is committed
	killed bool
	writes int // committed while armed
}

var errCut = errors.New("the process was cut off")

func (s cutStore) Write(ctx context.Context, sight policy.Sight, w graph.Write) (graph.Written, error) {
	s.cut.mu.Lock()
	defer s.cut.mu.Unlock()
	switch {
	case s.cut.killed:
		return graph.Written{}, errCut
	case !s.cut.armed:
		return s.Store.Write(ctx, sight, w)
	}
	s.cut.killed = true
	if s.cut.after {
		if _, err := s.Store.Write(ctx, sight, w); err != nil {
			return graph.Written{}, err
		}
		s.cut.writes++
	}
	return graph.Written{}, errCut
}

// revive starts the process again, to be cut off at its next write.
func (c *cut) revive(after bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.armed, c.after, c.killed = true, after, false
}

// disarm starts the process again, for good.
func (c *cut) disarm() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.armed, c.killed = false, false
}

// cutOff is a hub whose first process can be cut off, with a second one on the
// same database that cannot.
func cutOff(t *testing.T) (*agreed, *hub, *cut) {
	t.Helper()
	c := &cut{}
	w := agreedOver(t, func(s casework.Store) casework.Store { return cutStore{s, c} })
	w.supervise()
	return w, openHub(t, neo4jtest.Start(t), w.known), c
}

// Closing a sharing takes several commits. Cut off before or after each of them, and asked again under
// the same key, it ends as if nothing had happened: each element is taken back or
// purged once, the certificate counts it once, and is known only when it is whole.
func TestAClosingThatIsCutOffAnywhereIsFinished(t *testing.T) {
	const elements = 1201 // three batches
	for _, choice := range []string{"RETURN", "PURGE"} {
		w, other, c := cutOff(t)
		o := w.lapwing().Operation
		var ids []string
		marking := graph.Marking{
			Owner: w.uk, Classification: graph.OfficialSensitive,
			Audience: graph.Audience{Scope: graph.JointTeams, Operations: []graph.ID{graph.ID(o.ID)}},
		}
		var records []graph.Record
		for n := range elements {
			records = append(records, graph.Record{
				Contribution: graph.Contribution{ID: id(t, graph.NounRecord), Hub: "hub.test.example", Source: "INT-1", Marking: marking},
				Details:      &graph.Person{Name: fmt.Sprintf("Shared Example %d", n)},
			})
			ids = append(ids, string(records[n].ID))
		}
		_, err := w.store.Write(t.Context(), policy.Sight{}, graph.Write{Import: true, Records: records})
		must(t, err)
		proposed := w.operate("adminRO", "endOperation", "OperationInput", map[string]any{"id": o.ID, "version": o.Version})
		w.operate("adminUK", "signOperation", "OperationInput", map[string]any{"id": o.ID, "version": proposed.Operation.Version})
		input := map[string]any{"idempotencyKey": rand.Text(), "operation": o.ID, "choice": choice}
		closing := `mutation($input: CloseSharingInput!) { did: closeSharing(input: $input) { revision ` + certificateFields + ` } }`
		known := func() int {
			return strings.Count(string(other.ask("bogdan", `query($id: ID!) { node(id: $id) { ... on Operation { certificates { id } } } }`, map[string]any{"id": o.ID})), `"id"`)
		}
		cuts := 0
		for last := false; !last; {
			for _, after := range []bool{false, true} {
				c.revive(after)
				answer := string(w.ask("sue", closing, map[string]any{"input": input}))
				if last = !strings.Contains(answer, `"errors"`); last {
					t.Fatalf("%s: nothing was cut: %s", choice, answer)
				}
				cuts++
				if strings.Contains(answer, ids[0]) || !strings.Contains(answer, `"INTERNAL"`) {
					t.Errorf("%s: cut off, it is answered %s", choice, answer)
				}
			}
			last = known() == 1
		}
		if cuts != 8 { // three batches and the certificate, each twice
			t.Errorf("%s: %d cuts", choice, cuts)
		}
		var got, again certified
		w.mutate("sue", "closeSharing", "CloseSharingInput", certificateFields, input, &got)
		other.get("sue", closing, map[string]any{"input": input}, &again)
		slices.Sort(ids)
		sum := sha256.Sum256([]byte(strings.Join(ids, "\n") + "\n"))
		if d := got.Did.Certificate; d.Records != elements || d.Digest != hex.EncodeToString(sum[:]) || d.Held != 0 || again != got {
			t.Errorf("%s: certificate %+v, and by the other process %+v", choice, d, again.Did.Certificate)
		}
		if n := known(); n != 1 {
			t.Errorf("%s: %d certificates", choice, n)
		}
		c.disarm()
		var left struct{ Records struct{ TotalCount int } }
		w.get("ana", `{ records(filter: {name: "Shared"}) { totalCount } }`, nil, &left)
		if want := map[string]int{"RETURN": elements, "PURGE": 0}[choice]; left.Records.TotalCount != want {
			t.Errorf("%s: the owner has %d", choice, left.Records.TotalCount)
		}
		w.get("bogdan", `{ records(filter: {name: "Shared"}) { totalCount } }`, nil, &left)
		if left.Records.TotalCount != 0 {
			t.Errorf("%s: the partner has %d", choice, left.Records.TotalCount)
		}
		told := 0
		for _, n := range w.notices("bogdan") {
			if n.Kind == graph.NoticeTeam && n.Detail == "CERTIFICATE" {
				told++
			}
		}
		if told != 1 {
			t.Errorf("%s: the partner is told %d times", choice, told)
		}
	}
}

// The same of a disposal: proposed, decided and carried out, with the reviews told
// before it. Each step is cut off before and after its commit and repeated.
func TestADisposalThatIsCutOffAnywhereIsFinished(t *testing.T) {
	w, other, c := cutOff(t)
	first, second, due := w.person("ana", "First Example", nil).Record.ID, w.person("ana", "Second Example", nil).Record.ID, w.person("ana", "Due Example", nil).Record.ID
	var retained struct {
		Did struct{ Retentions []struct{ Of string } }
	}
	w.mutate("ana", "setReview", "SetReviewInput", `retentions { of }`, map[string]any{"ids": []string{due}, "review": "2010-06-01T12:10:00Z"}, &retained)
	w.later.Store(11 * 60)
	other.later.Store(11 * 60)
	insist := func(officer, mutation, inputType string, input map[string]any) disposed {
		t.Helper()
		document := fmt.Sprintf("mutation($input: %s!) { did: %s(input: $input) { revision %s } }", inputType, mutation, disposalFields)
		input["idempotencyKey"] = rand.Text()
		for _, after := range []bool{false, true} {
			c.revive(after)
			if answer := string(w.ask(officer, document, map[string]any{"input": input})); !strings.Contains(answer, `"errors"`) {
				t.Fatalf("nothing was cut: %s", answer)
			}
		}
		var got disposed
		w.get(officer, document, map[string]any{"input": input}, &got)
		return got
	}
	d := insist("sue", "dispose", "DisposeInput", map[string]any{"ids": []string{first, second}, "reason": "no longer needed"}).Did.Disposal
	if d.State != "PROPOSED" {
		t.Fatalf("proposed: %+v", d)
	}
	d = insist("sam", "decideDisposal", "DecideDisposalInput", map[string]any{"id": d.ID, "version": d.Version, "confirm": true}).Did.Disposal
	if d.State != "CONFIRMED" {
		t.Fatalf("decided: %+v", d)
	}
	runs := 0
	for after := false; ; after = !after {
		c.revive(after)
		if _, err := w.casework.CarryOutDisposals(context.Background(), auth.OfficerID("test", "operator")); err == nil {
			break
		}
		runs++
	}
	if runs < 4 || runs%2 != 0 { // the review and the erasure, each twice, and what other tests have left to tell
		t.Errorf("%d runs were cut off", runs)
	}
	c.disarm()
	for _, process := range []*casework.Casework{other.casework, w.casework} {
		if n, err := process.CarryOutDisposals(context.Background(), auth.OfficerID("test", "operator")); err != nil || n != 0 {
			t.Errorf("there was something left to do: %d, %v", n, err)
		}
	}
	var list struct {
		Disposals []struct {
			State        string
			Erased, Held int
		}
	}
	other.get("sue", `{ disposals { state erased held } }`, nil, &list)
	if fmt.Sprint(list.Disposals) != "[{DONE 2 0}]" {
		t.Errorf("disposals: %v", list.Disposals)
	}
	if w.sees("ana", first) || w.sees("ana", second) || !w.sees("ana", due) {
		t.Error("what is left is not what was decided")
	}
	told := 0
	for _, n := range w.notices("sue") {
		if n.Kind == graph.NoticeReview {
			told++
		}
	}
	if told != 1 {
		t.Errorf("the review was told %d times", told)
	}
}

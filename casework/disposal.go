package casework

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"entente/audit"
	"entente/auth"
	"entente/auth/policy"
	"entente/graph"
)

// DisposeInput proposes to erase elements.
type DisposeInput struct {
	IdempotencyKey string
	IDs            []graph.ID
	Reason         string
}

// DecideDisposalInput confirms or refuses what another supervisor proposes.
type DecideDisposalInput struct {
	IdempotencyKey string
	ID             graph.ID
	Version        graph.ID
	Confirm        bool
}

// Disposal is a decision to erase, as a supervisor sees it.
type Disposal struct {
	graph.Disposal
	ID      graph.ID
	Version graph.ID
	State   graph.DisposalState
	About   []graph.ID
	At      time.Time
}

// Confirmed is who decided, nil while nobody has.
func (d *Disposal) Confirmed() *graph.ID { return idOrNil(d.Disposal.Confirmed) }

// DisposalPayload is a disposal that was proposed or decided; Revision is sealed.
type DisposalPayload struct {
	Disposal *Disposal
	Revision string
}

// Dispose proposes to erase elements of the caller's own organisation for ever.
// Nothing is erased before another supervisor has confirmed it.
func (e *Enquiry) Dispose(ctx context.Context, in DisposeInput) (*DisposalPayload, error) {
	a, err := e.supervising(ctx, "dispose", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	if a.done {
		return e.disposalPayload(ctx, a.before.ID, a.revision)
	}
	if err := graph.Under("input", graph.CheckReason(in.Reason)); err != nil {
		return nil, err
	}
	if err := e.ownElements(ctx, in.IDs); err != nil {
		return nil, err
	}
	kept, err := e.store.Retentions(ctx, e.principal.Organisation, in.IDs)
	if err != nil {
		return nil, fmt.Errorf("read retentions: %w", err)
	}
	for _, t := range kept {
		if t.Hold != nil {
			return nil, graph.Bad("input.ids", "One of these is under a legal hold: it cannot be erased until the hold is lifted.")
		}
	}
	object, err := e.newCaseObject(graph.CaseDisposal, graph.Disposal{Reason: in.Reason, Proposed: e.principal.Officer})
	if err != nil {
		return nil, err
	}
	object.About, object.State = in.IDs, string(graph.DisposalProposed)
	if object.Marking, err = e.markedLike(ctx, in.IDs); err != nil {
		return nil, err
	}
	return e.putDisposal(ctx, a.key, object, in.IDs)
}

// DecideDisposal confirms or refuses a disposal that another supervisor of the
// same organisation has proposed. A confirmed one is carried out by the next run
// of the disposal job.
func (e *Enquiry) DecideDisposal(ctx context.Context, in DecideDisposalInput) (*DisposalPayload, error) {
	a, err := e.supervising(ctx, "decideDisposal", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	if a.done {
		return e.disposalPayload(ctx, a.before.ID, a.revision)
	}
	var d graph.Disposal
	object, err := e.caseObject(ctx, graph.CaseDisposal, in.ID, &d)
	if err != nil {
		return nil, graph.At("input.id", err)
	}
	if object.State != string(graph.DisposalProposed) {
		return nil, &graph.Error{Code: graph.Conflict, Field: "input.id", Message: "This was decided already."}
	}
	if in.Confirm && d.Proposed == e.principal.Officer {
		return nil, e.gate(ctx, "Somebody else than who proposes a disposal must confirm it.", object.ID)
	}
	if object.State = string(graph.DisposalRefused); in.Confirm {
		object.State = string(graph.DisposalConfirmed)
	}
	d.Confirmed = e.principal.Officer
	if object.Body, err = encodeBody(d); err != nil {
		return nil, err
	}
	former := in.Version
	object.Version = ""
	return e.moveDisposal(ctx, a.key, object, former)
}

// supervising is what every decision on disposal begins with.
func (e *Enquiry) supervising(ctx context.Context, action, idempotencyKey string, in any) (attempt, error) {
	a, err := e.attempt(ctx, action, idempotencyKey, in)
	if err == nil && !e.principal.Is(auth.Supervisor) {
		err = e.gate(ctx, "Only a supervisor decides what is kept and what is not.")
	}
	return a, err
}

func (e *Enquiry) putDisposal(ctx context.Context, key graph.WriteKey, object graph.CaseObject, ids []graph.ID) (*DisposalPayload, error) {
	w, err := e.writeOf(key, object.ID)
	if err != nil {
		return nil, err
	}
	w.CaseObjects = []graph.CaseObject{object}
	return e.storeDisposal(ctx, w, append([]graph.ID{object.ID}, ids...))
}

func (e *Enquiry) moveDisposal(ctx context.Context, key graph.WriteKey, object graph.CaseObject, former graph.ID) (*DisposalPayload, error) {
	w, err := e.writeOf(key, object.ID)
	if err != nil {
		return nil, err
	}
	w.CaseObjects, w.Expect = []graph.CaseObject{object}, map[graph.ID]graph.ID{object.ID: former}
	return e.storeDisposal(ctx, w, append([]graph.ID{object.ID}, object.About...))
}

func (e *Enquiry) storeDisposal(ctx context.Context, w graph.Write, elements []graph.ID) (*DisposalPayload, error) {
	if err := e.record(ctx, audit.Entry{Action: audit.Administer, Elements: elements}); err != nil {
		return nil, err
	}
	written, revision, err := e.settle(ctx, w)
	if err != nil {
		return nil, err
	}
	return e.disposalPayload(ctx, written.ID, revision)
}

func (e *Enquiry) disposalPayload(ctx context.Context, id graph.ID, revision graph.Revision) (*DisposalPayload, error) {
	token, err := e.seal.revision(revision)
	if err != nil {
		return nil, err
	}
	d := &Disposal{}
	object, err := e.caseObject(ctx, graph.CaseDisposal, id, &d.Disposal)
	if err != nil {
		return nil, err
	}
	d.ID, d.Version, d.State, d.About, d.At = object.ID, object.Version, graph.DisposalState(object.State), object.About, object.Made
	return &DisposalPayload{Disposal: d, Revision: token}, nil
}

// Disposals are those of the caller's organisation in some states, newest first,
// for supervisors; no states are all.
func (e *Enquiry) Disposals(ctx context.Context, states []graph.DisposalState, first int) ([]*Disposal, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	if !e.principal.Is(auth.Supervisor) {
		return nil, e.gate(ctx, "Only a supervisor decides what is kept and what is not.")
	}
	page, err := e.page(first, nil, "")
	if err != nil {
		return nil, err
	}
	filter := graph.CaseFilter{Kinds: []graph.CaseKind{graph.CaseDisposal}}
	for _, state := range states {
		filter.States = append(filter.States, string(state))
	}
	found, _, err := e.store.CaseObjects(ctx, e.sight, filter, page)
	if err != nil {
		return nil, fmt.Errorf("list disposals: %w", err)
	}
	var out []*Disposal
	for _, object := range found[:min(len(found), first)] {
		d := &Disposal{ID: object.ID, Version: object.Version, State: graph.DisposalState(object.State), About: object.About, At: object.Made}
		if err := decode(object, &d.Disposal); err != nil {
			return nil, err
		}
		out = append(out, d)
		e.note(audit.List, nil, d.ID)
	}
	return out, nil
}

// The pages of the disposal job.
const (
	disposalsAtOnce = 100
	reviewsAtOnce   = 1000
)

// CarryOutDisposals erases what two supervisors have decided to erase, and
// nothing else, and tells owners of reviews that have come and parties of what dates
// do to their joint teams. by is who runs it,
// in the log. Interrupted and run again it goes on; it gives how many disposals
// were carried out. It is for the operator of the hub, never behind the API.
func (c *Casework) CarryOutDisposals(ctx context.Context, by graph.ID) (int, error) {
	for _, tell := range []func(context.Context, graph.ID) error{c.tellReviews, c.tellMarkedReviews, c.tellTeams} {
		if err := tell(ctx, by); err != nil {
			return 0, err
		}
	}
	for done := 0; ; {
		whole, err := c.wholeSight(ctx, by)
		if err != nil {
			return done, err
		}
		found, _, err := c.store.CaseObjects(ctx, whole, graph.CaseFilter{
			Kinds: []graph.CaseKind{graph.CaseDisposal}, States: []string{string(graph.DisposalConfirmed)},
		}, graph.Page{Limit: disposalsAtOnce})
		if err != nil {
			return done, fmt.Errorf("carry out disposals: %w", err)
		}
		for _, object := range found {
			if err := c.carryOut(ctx, whole, by, object); err != nil {
				return done, fmt.Errorf("carry out a disposal: %w", err)
			}
			done++
		}
		if len(found) == 0 {
			return done, nil
		}
	}
}

// wholeSight is for the hub's own work.
func (c *Casework) wholeSight(ctx context.Context, by graph.ID) (policy.Sight, error) {
	standing, err := c.store.Standing(ctx, by, "", c.clock())
	if err != nil {
		return policy.Sight{}, fmt.Errorf("carry out disposals: %w", err)
	}
	return policy.Whole(standing.Markings), nil
}

// carryOut erases what one disposal is about, in one write with its new state.
func (c *Casework) carryOut(ctx context.Context, whole policy.Sight, by graph.ID, object graph.CaseObject) error {
	var d graph.Disposal
	if err := decode(object, &d); err != nil {
		return err
	}
	if d.Proposed == d.Confirmed || d.Confirmed == "" {
		return fmt.Errorf("disposal %s was not decided by two officers", object.ID)
	}
	kept, err := c.store.Retentions(ctx, object.Marking.Owner, object.About)
	if err != nil {
		return err
	}
	w := graph.Write{At: c.clock(), Expect: map[graph.ID]graph.ID{object.ID: object.Version}}
	for _, id := range object.About {
		if kept[id].Hold != nil {
			d.Held++
			continue
		}
		w.Erase = append(w.Erase, id)
	}
	d.Erased = len(w.Erase)
	key := fmt.Sprintf("disposal %s %s", object.ID, object.Version)
	w.Key = graph.WriteKey{Officer: by, Key: key, Digest: sha256.Sum256([]byte(key))}
	object.State, object.Version = string(graph.DisposalDone), ""
	if object.Body, err = encodeBody(d); err != nil {
		return err
	}
	w.CaseObjects = []graph.CaseObject{object}
	request, err := c.newID(graph.NounVersion)
	if err != nil {
		return err
	}
	entry := audit.Entry{
		Action: audit.Erase, Officer: by, Organisation: c.itself(), Purpose: "carrying out a disposal", Request: string(request),
		Elements: append([]graph.ID{object.ID}, w.Erase...),
	}
	if _, err := c.audit.Record(ctx, entry); err != nil {
		return err
	}
	_, err = c.store.Write(ctx, whole, w)
	c.nudge()
	return err
}

// tellReviews tells each owner once of the elements whose review has come: those who
// may know of them.
func (c *Casework) tellReviews(ctx context.Context, _ graph.ID) error {
	for {
		due, err := c.store.ReviewsDue(ctx, c.clock(), reviewsAtOnce)
		if err != nil || len(due) == 0 {
			return tellFailed(err)
		}
		w := graph.Write{Key: graph.WriteKey{Officer: c.itself(), Digest: digestOfReviews(due)}}
		w.Key.Key = "reviews " + hex.EncodeToString(w.Key.Digest[:])
		var ids []graph.ID
		for _, t := range due {
			ids = append(ids, t.Of)
			t.Told = true
			w.Retentions = append(w.Retentions, t)
		}
		about, err := c.elementsMarked(ctx, ids)
		if err != nil {
			return tellFailed(err)
		}
		if w.CaseObjects, err = c.noticesToOwners(graph.Notice{Kind: graph.NoticeReview}, about); err != nil {
			return tellFailed(err)
		}
		w.At = c.clock()
		if _, err := c.store.Write(ctx, policy.Sight{}, w); err != nil {
			return tellFailed(err)
		}
		c.nudge()
	}
}

// elementsMarked are those of ids that are there, each with the marking of those of
// its owner who may know of it.
func (c *Casework) elementsMarked(ctx context.Context, ids []graph.ID) ([]markedElement, error) {
	found, err := c.store.MarkingsOf(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("read markings: %w", err)
	}
	var out []markedElement
	for _, id := range ids {
		if markings := found[id]; len(markings) > 0 {
			out = append(out, markedElement{id, ownersOnly(markings...)})
		}
	}
	return out, nil
}

// markedLike is the marking of what tells of all of some elements of one owner.
func (c *Casework) markedLike(ctx context.Context, ids []graph.ID) (graph.Marking, error) {
	found, err := c.elementsMarked(ctx, ids)
	if err != nil {
		return graph.Marking{}, err
	}
	if len(found) < len(ids) {
		return graph.Marking{}, graph.At("input.ids", graph.Missing())
	}
	all := make([]graph.Marking, len(found))
	for i, one := range found {
		all[i] = one.Marking
	}
	return ownersOnly(all...), nil
}

func tellFailed(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("tell of reviews: %w", err)
}

// digestOfReviews names what is to be told, so that of two processes that are
// about to tell it one does.
func digestOfReviews(due []graph.Retention) [32]byte {
	hash := sha256.New()
	for _, t := range due {
		_, _ = fmt.Fprintln(hash, t.Owner, t.Of, t.Review.UTC().Format(reviewTime)) // a hash takes all
	}
	return [32]byte(hash.Sum(nil))
}

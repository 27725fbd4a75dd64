package casework

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"entente/audit"
	"entente/auth"
	"entente/graph"
)

// SetReviewInput says when elements must be reviewed.
type SetReviewInput struct {
	IdempotencyKey string
	IDs            []graph.ID
	Review         time.Time
}

// KeepInput records the decision to keep elements until another review.
type KeepInput struct {
	IdempotencyKey string
	IDs            []graph.ID
	Review         time.Time
	Reason         string
}

// SetHoldInput forbids to erase elements.
type SetHoldInput struct {
	IdempotencyKey string
	IDs            []graph.ID
	Reason         string
}

// LiftHoldInput allows it again.
type LiftHoldInput struct {
	IdempotencyKey string
	IDs            []graph.ID
}

// Retention is how long an element of the caller's organisation is kept.
type Retention struct {
	graph.Retention
}

// RetentionPayload are elements whose retention was changed; Revision is sealed.
type RetentionPayload struct {
	Retentions []*Retention
	Revision   string
}

// RetentionEdge is one review in a list.
type RetentionEdge struct {
	Cursor string
	Node   *Retention
}

// RetentionConnection is a page of reviews, the oldest first.
type RetentionConnection struct {
	Edges    []RetentionEdge
	Nodes    []*Retention
	PageInfo PageInfo
}

// maxRetained is how many elements one decision is about.
const maxRetained = 500

// retaining is a change of retention that was asked for.
type retaining struct {
	action, idempotencyKey string
	input                  any
	ids                    []graph.ID
	supervisor             bool
	change                 func(*graph.Retention) error
}

// SetReview says when elements of the caller's organisation must be reviewed.
func (e *Enquiry) SetReview(ctx context.Context, in SetReviewInput) (*RetentionPayload, error) {
	return e.retain(ctx, retaining{
		action: "setReview", idempotencyKey: in.IdempotencyKey, input: in, ids: in.IDs,
		change: func(t *graph.Retention) error { return e.review(t, in.Review) },
	})
}

// Keep records the decision of a supervisor to keep elements, with the next review.
func (e *Enquiry) Keep(ctx context.Context, in KeepInput) (*RetentionPayload, error) {
	return e.retain(ctx, retaining{
		action: "keep", idempotencyKey: in.IdempotencyKey, input: in, ids: in.IDs, supervisor: true,
		change: func(t *graph.Retention) error {
			t.Kept = &graph.Kept{Reason: in.Reason, Officer: e.principal.Officer, At: e.at}
			if err := graph.CheckReason(in.Reason); err != nil {
				return err
			}
			return e.review(t, in.Review)
		},
	})
}

// SetHold puts elements under a legal hold: nobody erases them until it is lifted.
func (e *Enquiry) SetHold(ctx context.Context, in SetHoldInput) (*RetentionPayload, error) {
	return e.retain(ctx, retaining{
		action: "setHold", idempotencyKey: in.IdempotencyKey, input: in, ids: in.IDs, supervisor: true,
		change: func(t *graph.Retention) error {
			t.Hold = &graph.Hold{Reason: in.Reason, Officer: e.principal.Officer, At: e.at}
			return graph.CheckReason(in.Reason)
		},
	})
}

// LiftHold lifts a legal hold.
func (e *Enquiry) LiftHold(ctx context.Context, in LiftHoldInput) (*RetentionPayload, error) {
	return e.retain(ctx, retaining{
		action: "liftHold", idempotencyKey: in.IdempotencyKey, input: in, ids: in.IDs, supervisor: true,
		change: func(t *graph.Retention) error { t.Hold = nil; return nil },
	})
}

func (e *Enquiry) review(t *graph.Retention, at time.Time) error {
	if !at.After(e.at) {
		return graph.Bad("review", "A review lies in the future.")
	}
	t.Review, t.Told = at.UTC(), false
	return nil
}

func (e *Enquiry) retain(ctx context.Context, r retaining) (*RetentionPayload, error) {
	a, err := e.attempt(ctx, r.action, r.idempotencyKey, r.input)
	if err != nil {
		return nil, err
	}
	if r.supervisor && !e.principal.Is(auth.Supervisor) {
		return nil, e.gate(ctx, "Only a supervisor decides what is kept and what is not.")
	}
	if !a.done {
		if a.revision, err = e.putRetentions(ctx, a.key, r); err != nil {
			return nil, err
		}
	}
	return e.retentionPayload(ctx, r.ids, a.revision)
}

func (e *Enquiry) putRetentions(ctx context.Context, key graph.WriteKey, r retaining) (graph.Revision, error) {
	if err := e.ownElements(ctx, r.ids); err != nil {
		return 0, err
	}
	former, err := e.store.Retentions(ctx, e.principal.Organisation, r.ids)
	if err != nil {
		return 0, fmt.Errorf("read retentions: %w", err)
	}
	w, err := e.writeOf(key, r.ids[0])
	if err != nil {
		return 0, err
	}
	for _, id := range r.ids {
		t := former[id]
		t.Of, t.Owner = id, e.principal.Organisation
		if err := r.change(&t); err != nil {
			return 0, graph.Under("input", err)
		}
		w.Retentions = append(w.Retentions, t)
	}
	if err := e.record(ctx, audit.Entry{Action: audit.Amend, Elements: r.ids}); err != nil {
		return 0, err
	}
	_, revision, err := e.settle(ctx, w)
	return revision, err
}

// ownElements refuses ids that are not of elements in sight of the caller's own
// organisation.
func (e *Enquiry) ownElements(ctx context.Context, ids []graph.ID) error {
	if len(ids) == 0 || len(ids) > maxRetained {
		return graph.Bad("input.ids", "Give 1 to 500 ids.")
	}
	seen := map[graph.ID]bool{}
	for _, id := range ids {
		if seen[id] {
			return graph.Bad("input.ids", "Give each id once.")
		}
		seen[id] = true
		c, err := e.element(ctx, id)
		if err != nil {
			return graph.At("input.ids", err)
		}
		if err := e.owned(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// element is a record, link or involvement in sight.
func (e *Enquiry) element(ctx context.Context, id graph.ID) (graph.Contribution, error) {
	found, err := e.Node(ctx, id, nil)
	if err != nil {
		return graph.Contribution{}, err
	}
	switch n := found.(type) {
	case *Record:
		return n.Contribution, nil
	case *Link:
		return n.Contribution, nil
	case *Involvement:
		return n.Contribution, nil
	}
	return graph.Contribution{}, graph.Missing()
}

func (e *Enquiry) retentionPayload(ctx context.Context, ids []graph.ID, revision graph.Revision) (*RetentionPayload, error) {
	token, err := e.seal.revision(revision)
	if err != nil {
		return nil, err
	}
	found, err := e.store.Retentions(ctx, e.principal.Organisation, ids)
	if err != nil {
		return nil, fmt.Errorf("read retentions: %w", err)
	}
	payload := &RetentionPayload{Revision: token}
	for _, id := range ids {
		if t, ok := found[id]; ok {
			payload.Retentions = append(payload.Retentions, &Retention{t})
		}
	}
	return payload, nil
}

// Reviews is a page of the elements of the caller's organisation, in the
// caller's sight, whose review comes before due; for supervisors.
func (e *Enquiry) Reviews(ctx context.Context, due time.Time, first int, after *string) (*RetentionConnection, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	if !e.principal.Is(auth.Supervisor) {
		return nil, e.gate(ctx, "Only a supervisor decides what is kept and what is not.")
	}
	list := e.listOf("reviews", due)
	page, err := e.page(first, after, list)
	if err != nil {
		return nil, err
	}
	own, _, err := e.store.Reviews(ctx, e.sight, e.principal.Organisation, due, page)
	if err != nil {
		return nil, fmt.Errorf("list reviews: %w", err)
	}
	marked, err := e.store.ReviewsUnder(ctx, e.sight, e.principal.Organisation, due, page)
	if err != nil {
		return nil, fmt.Errorf("list reviews: %w", err)
	}
	found := merged(page.Limit, own, marked)
	c := &RetentionConnection{PageInfo: PageInfo{HasNextPage: len(found) > first}}
	for i, t := range found[:min(len(found), first)] {
		cursor, err := e.seal.cursor(reviewPlace(t), list)
		if err != nil {
			return nil, err
		}
		c.Nodes = append(c.Nodes, &Retention{t})
		c.Edges = append(c.Edges, RetentionEdge{Cursor: cursor, Node: c.Nodes[i]})
		c.PageInfo.EndCursor = &c.Edges[i].Cursor
		e.note(audit.List, nil, t.Of)
	}
	return c, nil
}

// Element is what a retention is about, nil where it is withdrawn.
func (e *Enquiry) Element(ctx context.Context, t *Retention) (Node, error) {
	found, err := e.Node(ctx, t.Of, nil)
	if graph.CodeOf(err) == graph.NotFound {
		return nil, nil
	}
	return found, err
}

// encodeBody is a body of a case object as it is stored.
func encodeBody(body any) (json.RawMessage, error) {
	encoded, err := json.Marshal(body)
	if err != nil {
		return nil, fmt.Errorf("encode a case object: %w", err)
	}
	return encoded, nil
}

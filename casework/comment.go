package casework

import (
	"context"
	"fmt"
	"time"

	"entente/audit"
	"entente/graph"
)

// Comment is a comment as its reader sees it.
type Comment struct {
	graph.Comment
	object graph.CaseObject
	own    bool
}

// ID is the comment's own.
func (c *Comment) ID() graph.ID { return c.object.ID }

// Version names this state of it.
func (c *Comment) Version() graph.ID { return c.object.Version }

// OwnerID is the organisation whose officer made it.
func (c *Comment) OwnerID() graph.ID { return c.object.Marking.Owner }

// Own says whether the caller made it, and so may withdraw it.
func (c *Comment) Own() bool { return c.own }

// Marking says who sees it, of those who see what it is on.
func (c *Comment) Marking() *graph.Marking { return &c.object.Marking }

// Made is when it was made.
func (c *Comment) Made() time.Time { return c.object.Made }

// AddCommentInput is a comment to be made.
type AddCommentInput struct {
	IdempotencyKey string
	On             graph.ID
	Text           string
	Shared         bool
}

// CommentPayload is a comment that was made; Revision is sealed.
type CommentPayload struct {
	Comment  *Comment
	Revision string
}

// commented is the marking of what a comment may be on: a record, a link or a
// view in sight. Else NotFound.
func (e *Enquiry) commented(ctx context.Context, id graph.ID) (graph.Marking, error) {
	switch {
	case id.Is(graph.NounRecord):
		r, err := e.Record(ctx, id, nil)
		if err != nil {
			return graph.Marking{}, err
		}
		return r.Marking, nil
	case id.Is(graph.NounLink):
		l, err := e.Link(ctx, id, nil)
		if err != nil {
			return graph.Marking{}, err
		}
		return l.Marking, nil
	}
	v, err := e.View(ctx, id)
	if err != nil {
		return graph.Marking{}, err
	}
	return v.object.Marking, nil
}

// Comments are those in sight on one thing, newest first.
func (e *Enquiry) Comments(ctx context.Context, on graph.ID, first int) ([]*Comment, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	if first < 1 || first > maxPage {
		return nil, graph.Bad("first", fmt.Sprintf("Ask for 1 to %d.", maxPage))
	}
	if _, err := e.commented(ctx, on); err != nil {
		return nil, err
	}
	filter := graph.CaseFilter{Kinds: []graph.CaseKind{graph.CaseComment}, States: []string{graph.CommentMade}, About: []graph.ID{on}}
	found, _, err := e.store.CaseObjects(ctx, e.sight, filter, graph.Page{Limit: first})
	if err != nil {
		return nil, fmt.Errorf("list comments: %w", err)
	}
	out := make([]*Comment, min(len(found), first))
	for i := range out {
		if out[i], err = e.commentIn(found[i]); err != nil {
			return nil, err
		}
		e.note(audit.Read, nil, out[i].ID())
	}
	return out, nil
}

func (e *Enquiry) commentIn(object graph.CaseObject) (*Comment, error) {
	c := &Comment{object: object}
	if err := decode(object, &c.Comment); err != nil {
		return nil, err
	}
	c.own = c.Officer == e.principal.Officer
	return c, nil
}

// AddComment comments on a record, a link or a view in sight.
func (e *Enquiry) AddComment(ctx context.Context, in AddCommentInput) (*CommentPayload, error) {
	a, err := e.attempt(ctx, "addComment", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	if a.done {
		return e.commentPayload(ctx, a.before.ID, a.revision)
	}
	c := graph.Comment{On: in.On, Officer: e.principal.Officer, Text: in.Text}
	if err := graph.Under("input", c.Check()); err != nil {
		return nil, err
	}
	m, err := e.commented(ctx, in.On)
	if err != nil {
		return nil, graph.At("input.on", err)
	}
	object, err := e.newCaseObject(graph.CaseComment, c)
	if err != nil {
		return nil, err
	}
	object.State, object.About = graph.CommentMade, []graph.ID{in.On}
	object.Marking = graph.CommentOn(m, e.principal.Organisation, in.Shared)
	if err := e.mayMark(ctx, object.Marking, m.Audience, "input.shared"); err != nil {
		return nil, err
	}
	return e.putComment(ctx, a.key, object)
}

func (e *Enquiry) putComment(ctx context.Context, key graph.WriteKey, object graph.CaseObject) (*CommentPayload, error) {
	w, err := e.writeOf(key, object.ID)
	if err != nil {
		return nil, err
	}
	w.CaseObjects, w.Running = []graph.CaseObject{object}, object.Marking.Audience.Operations
	if err := e.record(ctx, audit.Entry{Action: audit.Create, Elements: append([]graph.ID{object.ID}, object.About...)}); err != nil {
		return nil, err
	}
	written, revision, err := e.settle(ctx, w)
	if err != nil {
		return nil, err
	}
	return e.commentPayload(ctx, written.ID, revision)
}

func (e *Enquiry) commentPayload(ctx context.Context, id graph.ID, revision graph.Revision) (*CommentPayload, error) {
	token, err := e.seal.revision(revision)
	if err != nil {
		return nil, err
	}
	c, err := e.comment(ctx, id)
	return &CommentPayload{Comment: c, Revision: token}, err
}

// comment is one by its id, if what it is on is in sight too.
func (e *Enquiry) comment(ctx context.Context, id graph.ID) (*Comment, error) {
	var body graph.Comment
	object, err := e.caseObject(ctx, graph.CaseComment, id, &body)
	if err != nil {
		return nil, err
	}
	if object.State != graph.CommentMade {
		return nil, graph.Missing()
	}
	if _, err := e.commented(ctx, body.On); err != nil {
		return nil, err
	}
	e.note(audit.Read, nil, id)
	return e.commentIn(object)
}

// WithdrawComment takes back a comment that the caller made.
func (e *Enquiry) WithdrawComment(ctx context.Context, in RetireInput) (*RetirePayload, error) {
	a, err := e.attempt(ctx, "withdrawComment", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	if a.done {
		return e.removed(a.before.ID, a.revision)
	}
	c, err := e.comment(ctx, in.ID)
	if err != nil {
		return nil, graph.At("input.id", err)
	}
	if !c.own {
		return nil, e.gate(ctx, "Only who made a comment withdraws it.", in.ID)
	}
	return e.remove(ctx, a.key, c.object, graph.CommentWithdrawn, in.Version)
}

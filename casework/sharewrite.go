package casework

import (
	"context"
	"encoding/json"
	"fmt"

	"entente/audit"
	"entente/graph"
)

// SharePayload is how many elements an act of sharing changed; Revision is sealed.
type SharePayload struct {
	Changed  int
	Revision string
}

// Share carries out an act as it was previewed, all of it in one write.
// Anything changed since: Conflict.
func (e *Enquiry) Share(ctx context.Context, in ShareInput) (*SharePayload, error) {
	a, err := e.attempt(ctx, "share", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	before, revision := a.before, a.revision
	if !a.done {
		before, revision, err = e.putShare(ctx, a.key, &in)
	}
	if err != nil {
		return nil, err
	}
	token, err := e.seal.revision(revision)
	return &SharePayload{Changed: before.Count, Revision: token}, err
}

func (e *Enquiry) putShare(ctx context.Context, key graph.WriteKey, in *ShareInput) (outcome, graph.Revision, error) {
	if _, ok := e.seal.openCursor(in.PreviewToken, e.listOf("share")); !ok {
		return outcome{}, 0, graph.Bad("input.previewToken", "Ask for a preview first, and hand back its token.")
	}
	p, err := e.previewShare(ctx, in)
	if err != nil {
		return outcome{}, 0, err
	}
	if p.Token != in.PreviewToken {
		return outcome{}, 0, &graph.Error{
			Code: graph.Conflict, Field: "input.previewToken",
			Message: "Something changed since the preview, or this asks for something else: ask for a preview again.",
		}
	}
	if len(p.going) == 0 {
		return outcome{}, 0, graph.Bad("input.ids", "Nothing would change: see what stays in the preview, and why the act does not fit it.")
	}
	return e.carryOutShare(ctx, key, in, p)
}

func (e *Enquiry) carryOutShare(ctx context.Context, key graph.WriteKey, in *ShareInput, p *SharePreview) (outcome, graph.Revision, error) {
	if in.Act == graph.ShareFirst || in.Act == graph.Widen {
		if err := e.safeguarded(ctx, selectionOf(p.going).people()); err != nil {
			return outcome{}, 0, err
		}
	}
	w := graph.Write{Key: key, At: e.at, Expect: map[graph.ID]graph.ID{}}
	var err error
	if w.Outcome, err = json.Marshal(outcome{Count: len(p.going)}); err != nil {
		return outcome{}, 0, fmt.Errorf("encode an outcome: %w", err)
	}
	for _, one := range p.going {
		if err := e.remark(&w, one); err != nil {
			return outcome{}, 0, err
		}
	}
	if w.CaseObjects, err = e.noticesOfShare(ctx, p.going); err != nil {
		return outcome{}, 0, err
	}
	action := audit.Share
	if in.Act == graph.Narrow || in.Act == graph.Recall {
		action = audit.Recall
	}
	if err := e.record(ctx, audit.Entry{Action: action, Elements: idsOf(p.going)}); err != nil {
		return outcome{}, 0, err
	}
	return e.settle(ctx, w)
}

// remark adds a new version of an element under its new marking to a write.
func (e *Enquiry) remark(w *graph.Write, one *shared) error {
	version, err := e.newID(graph.NounVersion)
	if err != nil {
		return err
	}
	c := one.Contribution
	w.Expect[c.ID] = c.Version
	c.Marking, c.Version, c.KnownFrom = one.after, version, e.at
	switch element := one.node.(type) {
	case *Record:
		r := element.Record
		r.Contribution = c
		w.Records = append(w.Records, r)
	case *Link:
		l := element.Link
		l.Contribution = c
		w.Links = append(w.Links, l)
	case *Involvement:
		i := element.Involvement
		i.Contribution = c
		w.Involvements = append(w.Involvements, i)
	}
	return nil
}

// selectionOf are the elements of an act as a selection.
func selectionOf(going []*shared) *selection {
	s := &selection{}
	for _, one := range going {
		switch element := one.node.(type) {
		case *Record:
			s.records = append(s.records, element)
		case *Link:
			s.links = append(s.links, element)
		case *Involvement:
			s.involvements = append(s.involvements, element)
		}
	}
	return s
}

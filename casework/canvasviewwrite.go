package casework

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"

	"entente/audit"
	"entente/graph"
)

// SaveViewInput is a view to keep, or a new version of one.
type SaveViewInput struct {
	IdempotencyKey string
	ID             *graph.ID // nil is a new one
	Version        *graph.ID // the one that was read; with ID only
	Name           string
	Audience       *graph.Audience // nil is for the caller alone, or as it was
	Places         []graph.ViewPlace
	Hidden         []graph.RecordKind
	Grouping       *graph.ViewGrouping
	Attribute      *graph.RecordAttribute
	Resolution     float64
	Leaves         bool
	Joined         bool
	Opened         []graph.ID
}

// ViewPayload is a view as it now is; Revision is sealed.
type ViewPayload struct {
	View     *View
	Revision string
}

// SaveView keeps a view. What of it is out of the caller's sight is left out, as
// if it did not exist.
func (e *Enquiry) SaveView(ctx context.Context, in SaveViewInput) (*ViewPayload, error) {
	a, err := e.attempt(ctx, "saveView", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	if a.done {
		return e.viewPayload(ctx, a.before.ID, a.revision)
	}
	v := viewInOrder(in.view(e.principal.Officer))
	if err := graph.Under("input", v.Check()); err != nil {
		return nil, err
	}
	if v, err = e.sightOf(ctx, v); err != nil {
		return nil, err
	}
	object, before, expect, err := e.viewObject(ctx, in, v)
	if err != nil {
		return nil, err
	}
	if err := e.mayMark(ctx, object.Marking, before, "input"); err != nil {
		return nil, err
	}
	told, err := e.noticesOfView(ctx, object.ID, before, object.Marking.Audience)
	if err != nil {
		return nil, err
	}
	return e.putView(ctx, a.key, object, v, expect, told)
}

func (in SaveViewInput) view(maker graph.ID) graph.View {
	v := graph.View{
		Name: in.Name, Maker: maker, Places: in.Places, Hidden: in.Hidden, Resolution: in.Resolution,
		Leaves: in.Leaves, Joined: in.Joined, Opened: in.Opened,
	}
	if in.Grouping != nil {
		v.Grouping = *in.Grouping
	}
	if in.Attribute != nil {
		v.Attribute = *in.Attribute
	}
	return v
}

// sightOf is a view without what the caller does not see.
func (e *Enquiry) sightOf(ctx context.Context, v graph.View) (graph.View, error) {
	content, err := e.ViewContent(ctx, &View{View: v, own: true})
	if err != nil {
		return v, err
	}
	v.Places, v.Opened = content.Places, content.Opened
	return v, nil
}

// viewObject is the case object to write, new or in place of the one that was
// read, for whom that was, and the version it is to have.
func (e *Enquiry) viewObject(
	ctx context.Context, in SaveViewInput, v graph.View,
) (object graph.CaseObject, before graph.Audience, expect map[graph.ID]graph.ID, err error) {
	if in.ID == nil {
		object, err = e.newCaseObject(graph.CaseView, v)
		object.State, object.Marking.Audience = graph.ViewKept, graph.Audience{Scope: graph.Officers, Officers: []graph.ID{e.principal.Officer}}
		if in.Audience != nil {
			object.Marking.Audience = *in.Audience
		}
		return marked(object), before, nil, graph.Under("input", cmp.Or(err, object.Marking.Check()))
	}
	if in.Version == nil {
		return object, before, nil, graph.Bad("input.version", "Say which version was read.")
	}
	former, err := e.ownView(ctx, *in.ID)
	if err != nil {
		return object, before, nil, err
	}
	object, before = former.object, former.object.Marking.Audience
	if object.Body, err = json.Marshal(v); err != nil {
		return object, before, nil, fmt.Errorf("encode a view: %w", err)
	}
	if in.Audience != nil {
		object.Marking.Audience = *in.Audience
	}
	object.Version = ""
	return marked(object), before, map[graph.ID]graph.ID{object.ID: *in.Version}, graph.Under("input", object.Marking.Check())
}

func marked(o graph.CaseObject) graph.CaseObject {
	o.Marking = o.Marking.Canonical()
	return o
}

// ownView is a view that the caller made. Another's, in sight: a closed gate.
func (e *Enquiry) ownView(ctx context.Context, id graph.ID) (*View, error) {
	v, err := e.View(ctx, id)
	if err != nil {
		return nil, graph.At("input.id", err)
	}
	if !v.own {
		return nil, e.gate(ctx, "Only who made a view changes it: save it under a name of your own.", id)
	}
	return v, nil
}

func (e *Enquiry) putView(
	ctx context.Context, key graph.WriteKey, object graph.CaseObject, v graph.View, expect map[graph.ID]graph.ID, told []graph.CaseObject,
) (*ViewPayload, error) {
	w, err := e.writeOf(key, object.ID)
	if err != nil {
		return nil, err
	}
	w.CaseObjects, w.Expect, w.Running = append(told, object), expect, object.Marking.Audience.Operations
	elements := []graph.ID{object.ID}
	for _, p := range v.Places {
		elements = append(elements, p.Record)
	}
	entry := audit.Entry{Action: audit.Create, Elements: elements}
	if expect != nil {
		entry.Action = audit.Amend
	}
	if err := e.record(ctx, entry); err != nil {
		return nil, err
	}
	written, revision, err := e.settle(ctx, w)
	if err != nil {
		return nil, err
	}
	return e.viewPayload(ctx, written.ID, revision)
}

// viewPayload is a view after a write.
func (e *Enquiry) viewPayload(ctx context.Context, id graph.ID, revision graph.Revision) (*ViewPayload, error) {
	token, err := e.seal.revision(revision)
	if err != nil {
		return nil, err
	}
	v, err := e.View(ctx, id)
	return &ViewPayload{View: v, Revision: token}, err
}

// RemoveView removes a view that the caller made. Nobody finds it any more.
func (e *Enquiry) RemoveView(ctx context.Context, in RetireInput) (*RetirePayload, error) {
	a, err := e.attempt(ctx, "removeView", in.IdempotencyKey, in)
	if err != nil {
		return nil, err
	}
	if a.done {
		return e.removed(a.before.ID, a.revision)
	}
	v, err := e.ownView(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	return e.remove(ctx, a.key, v.object, graph.ViewGone, in.Version)
}

// remove puts a case object of the caller's into a state in which nobody finds
// it, its body kept for the record alone.
func (e *Enquiry) remove(ctx context.Context, key graph.WriteKey, object graph.CaseObject, state string, version graph.ID) (*RetirePayload, error) {
	object.State, object.Version = state, ""
	w, err := e.writeOf(key, object.ID)
	if err != nil {
		return nil, err
	}
	w.CaseObjects, w.Expect = []graph.CaseObject{object}, map[graph.ID]graph.ID{object.ID: version}
	if err := e.record(ctx, audit.Entry{Action: audit.Retire, Elements: []graph.ID{object.ID}}); err != nil {
		return nil, err
	}
	written, revision, err := e.settle(ctx, w)
	if err != nil {
		return nil, err
	}
	return e.removed(written.ID, revision)
}

func (e *Enquiry) removed(id graph.ID, revision graph.Revision) (*RetirePayload, error) {
	token, err := e.seal.revision(revision)
	return &RetirePayload{ID: id, Revision: token}, err
}

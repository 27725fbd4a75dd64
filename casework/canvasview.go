package casework

import (
	"context"
	"fmt"
	"slices"
	"time"

	"entente/audit"
	"entente/graph"
)

// View is a view of the canvas as one officer may open it.
type View struct {
	graph.View
	object graph.CaseObject
	own    bool
}

// ID is the view's own.
func (v *View) ID() graph.ID { return v.object.ID }

// Version names this state of it.
func (v *View) Version() graph.ID { return v.object.Version }

// OwnerID is the organisation whose officer made it.
func (v *View) OwnerID() graph.ID { return v.object.Marking.Owner }

// Own says whether the caller made it, and so may change it.
func (v *View) Own() bool { return v.own }

// Audience says who may open it.
func (v *View) Audience() *graph.Audience { return &v.object.Marking.Audience }

// Made is when it was saved first, Changed when it was last.
func (v *View) Made() time.Time { return v.object.Made }

// Changed is when it was saved last.
func (v *View) Changed() time.Time { return v.object.KnownFrom }

// GroupingOrNone is by what it takes things together; nil for nothing.
func (v *View) GroupingOrNone() *graph.ViewGrouping {
	if v.Grouping == "" {
		return nil
	}
	return &v.Grouping
}

// ViewContent is what of a view the caller sees.
type ViewContent struct {
	Places    []graph.ViewPlace
	Opened    []graph.ID
	Attribute *graph.RecordAttribute // nil for none
}

// Views are those that the caller may open, those made last first.
func (e *Enquiry) Views(ctx context.Context, first int) ([]*View, error) {
	if err := e.reader(); err != nil {
		return nil, err
	}
	if first < 1 || first > maxViews {
		return nil, graph.Bad("first", fmt.Sprintf("Ask for 1 to %d.", maxViews))
	}
	filter := graph.CaseFilter{Kinds: []graph.CaseKind{graph.CaseView}, States: []string{graph.ViewKept}}
	found, _, err := e.store.CaseObjects(ctx, e.sight, filter, graph.Page{Limit: first})
	if err != nil {
		return nil, fmt.Errorf("list views: %w", err)
	}
	out := make([]*View, min(len(found), first))
	for i := range out {
		if out[i], err = e.viewIn(found[i]); err != nil {
			return nil, err
		}
		e.note(audit.List, nil, out[i].ID())
	}
	return out, nil
}

// maxViews is how many views a list has at most: each is read whole.
const maxViews = 100

// View is one by its id. Out of sight, removed or unknown: NotFound.
func (e *Enquiry) View(ctx context.Context, id graph.ID) (*View, error) {
	var body graph.View
	object, err := e.caseObject(ctx, graph.CaseView, id, &body)
	if err != nil {
		return nil, err
	}
	if object.State != graph.ViewKept {
		return nil, graph.Missing()
	}
	e.note(audit.Read, nil, id)
	return e.viewIn(object)
}

func (e *Enquiry) viewIn(object graph.CaseObject) (*View, error) {
	v := &View{object: object}
	if err := decode(object, &v.View); err != nil {
		return nil, err
	}
	v.own = v.Maker == e.principal.Officer
	return v, nil
}

// ViewContent is what of a view the caller sees. Its maker is told the places as
// they are; to anybody else the order is told and no room between, which would
// say that something lay there, and the attribute only where two records that the
// caller sees say the same in it, or it would say that others do.
func (e *Enquiry) ViewContent(ctx context.Context, v *View) (*ViewContent, error) {
	ids := make([]graph.ID, len(v.Places))
	for i, p := range v.Places {
		ids[i] = p.Record
	}
	records, err := e.records(ctx, ids, nil, nil)
	if err != nil {
		return nil, err
	}
	seen := map[graph.ID]bool{}
	details := make([]graph.RecordDetails, len(records))
	for i, r := range records {
		seen[r.ID], details[i] = true, r.Details
	}
	left := v.InSight(func(id graph.ID) bool { return seen[id] })
	if !v.own {
		left = left.DrawnTogether()
	}
	content := &ViewContent{Places: left.Places, Opened: left.Opened}
	if a := v.Attribute; a != "" && (v.own || a.SaidAlike(details)) {
		content.Attribute = &a
	}
	return content, nil
}

// viewInOrder is the view as it is kept: places and opened records by id.
func viewInOrder(v graph.View) graph.View {
	slices.SortFunc(v.Places, func(a, b graph.ViewPlace) int { return compareIDs(a.Record, b.Record) })
	slices.Sort(v.Opened)
	v.Opened = slices.Compact(v.Opened)
	slices.Sort(v.Hidden)
	v.Hidden = slices.Compact(v.Hidden)
	return v
}

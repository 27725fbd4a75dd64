package casework

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"entente/audit"
	"entente/graph"
	"entente/graph/engine"
)

// ChangeEvent is something that appeared, changed or went in the caller's sight.
// Exactly one of Record, Link and Involvement is set, and none where it went.
type ChangeEvent struct {
	Kind        graph.ChangeKind
	ID          *graph.ID // nil for BEGUN
	Record      *Record
	Link        *Link
	Involvement *Involvement
	Revision    string // sealed: from here on a client catches up
}

// ChangeWatch tells a caller what happens in their sight.
type ChangeWatch struct{ *watched[ChangeEvent] }

// WatchChanges follows what appears or changes in the caller's sight, in an
// operation whose team the caller is in, or everywhere for nil; from now on, or
// from a token on. No such operation: NotFound. A token of too long ago:
// LimitExceeded.
func (w *Watcher) WatchChanges(ctx context.Context, operation *graph.ID, since *string) (*ChangeWatch, error) {
	if err := w.start(ctx, operation, since); err != nil {
		return nil, err
	}
	return &ChangeWatch{&watched[ChangeEvent]{Watcher: w, gather: w.gatherChanges, event: (*Enquiry).changeEvent}}, nil
}

// gatherChanges turns the next changes into events.
func (w *Watcher) gatherChanges(ctx context.Context) ([]happened, error) {
	e, changes, err := w.changes(ctx)
	if err != nil {
		return nil, err
	}
	var all []happened
	for _, c := range changes {
		found, err := e.happenings(ctx, c, w.within)
		if err != nil {
			return all, err
		}
		for i := range found {
			found[i].from = w.position
		}
		if len(found) > 0 {
			found[len(found)-1].from = c.Revision
		}
		all, w.position = append(all, found...), c.Revision
	}
	return all, nil
}

// happenings are the events of one change for the caller, by id.
func (e *Enquiry) happenings(ctx context.Context, c graph.Change, within graph.ID) ([]happened, error) {
	records := e.turned(c.Records, c.RecordTurns, within)
	links := e.turned(c.Links, c.LinkTurns, within)
	kept, err := e.endsWereSeen(ctx, links, c)
	if err != nil {
		return nil, err
	}
	roles := slices.DeleteFunc(e.turned(c.Involvements, c.InvolvementTurns, within), func(h happened) bool { return h.kind == graph.Gone })
	all := slices.Concat(records, kept, roles)
	slices.SortFunc(all, func(a, b happened) int { return compareIDs(a.id, b.id) })
	return all, nil
}

// turned are the elements whose marking went into, within or out of sight.
func (e *Enquiry) turned(ids []graph.ID, turns []graph.Turn, within graph.ID) []happened {
	var out []happened
	for i := range min(len(ids), len(turns)) {
		was, is := e.seesWithin(turns[i].Was, within), e.seesWithin(turns[i].Is, within)
		switch {
		case was && is:
			out = append(out, happened{kind: graph.Changed, id: ids[i]})
		case is:
			out = append(out, happened{kind: graph.Appeared, id: ids[i]})
		case was:
			out = append(out, happened{kind: graph.Gone, id: ids[i]})
		}
	}
	return out
}

// seesWithin says whether a marking is in sight and, where an operation is
// given, shares with its team.
func (e *Enquiry) seesWithin(m graph.MarkingID, within graph.ID) bool {
	if !e.sight.Sees(m) || int(m) >= len(e.known) {
		return false
	}
	return within == "" || slices.Contains(e.known[m].Audience.Operations, within)
}

// endsWereSeen leaves out links that went but never were in sight, because an
// end of theirs was not. Links that are there are judged when they are read.
func (e *Enquiry) endsWereSeen(ctx context.Context, links []happened, c graph.Change) ([]happened, error) {
	gone := map[graph.ID]bool{}
	for _, h := range links {
		if h.kind == graph.Gone {
			gone[h.id] = true
		}
	}
	if len(gone) == 0 {
		return links, nil
	}
	ends := map[graph.ID][2]graph.ID{}
	var records []graph.ID
	err := e.store.EngineLinks(ctx, slices.Sorted(maps.Keys(gone)), func(x engine.Edge) error {
		ends[x.ID] = [2]graph.ID{x.From, x.To}
		records = append(records, x.From, x.To)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the ends of links: %w", err)
	}
	seen, err := e.seenBefore(ctx, records, c)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(links, func(h happened) bool {
		between, known := ends[h.id]
		return gone[h.id] && !(known && seen[between[0]] && seen[between[1]])
	}), nil
}

// seenBefore says which records were in sight just before a change.
func (e *Enquiry) seenBefore(ctx context.Context, records []graph.ID, c graph.Change) (map[graph.ID]bool, error) {
	seen := map[graph.ID]bool{}
	if len(records) == 0 {
		return seen, nil
	}
	err := e.store.EngineNodes(ctx, records, func(n engine.Node) error {
		seen[n.ID] = !n.Retired && e.sight.Sees(n.Marking)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the ends of links: %w", err)
	}
	for i := range min(len(c.Records), len(c.RecordTurns)) {
		if _, asked := seen[c.Records[i]]; asked {
			seen[c.Records[i]] = e.sight.Sees(c.RecordTurns[i].Was)
		}
	}
	return seen, nil
}

// changeEvent reads what an event tells of; NotFound if it is out of sight.
func (e *Enquiry) changeEvent(ctx context.Context, h happened) (*ChangeEvent, error) {
	token, err := e.seal.revision(h.from)
	if err != nil {
		return nil, err
	}
	event := &ChangeEvent{Kind: h.kind, Revision: token}
	if h.kind == graph.ChangeBegun {
		e.note(audit.Subscribe, &audit.Shape{Question: "changes"})
		return event, nil
	}
	event.ID = &h.id
	e.note(audit.Subscribe, nil, h.id)
	if h.kind == graph.Gone {
		return event, nil
	}
	switch graph.Noun(h.id[0]) {
	case graph.NounRecord:
		event.Record, err = e.Record(ctx, h.id, nil)
	case graph.NounLink:
		event.Link, err = e.Link(ctx, h.id, nil)
	default:
		event.Involvement, err = e.Involvement(ctx, h.id)
	}
	return event, err
}

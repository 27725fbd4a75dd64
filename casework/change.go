package casework

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

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

// gatherChanges turns the next changes into events, and what time alone did after
// them.
func (w *Watcher) gatherChanges(ctx context.Context) ([]happened, error) {
	e, changes, err := w.changes(ctx)
	if err != nil {
		return nil, err
	}
	var all []happened
	for _, c := range changes {
		found, err := w.happenings(ctx, e, c)
		if err != nil {
			return all, err
		}
		all = append(all, w.placed(found, c.Revision, w.dates.at)...)
		w.position = c.Revision
	}
	if len(changes) > 0 || !w.dates.turned(e) {
		return all, nil
	}
	found, err := w.dates.happened(ctx, e, w.within)
	if err != nil {
		return nil, err
	}
	all = w.placed(found, w.position, e.at)
	w.dates.lookedAt(e.at, e.sight, len(e.known))
	return all, nil
}

// placed says of events where a client is that has been told them: with the last
// one it has all up to a revision and a time.
func (w *Watcher) placed(events []happened, to graph.Revision, at time.Time) []happened {
	for i := range events {
		events[i].from, events[i].at = w.position, w.dates.at
	}
	if n := len(events); n > 0 {
		events[n-1].from, events[n-1].at = to, at
	}
	return events
}

// happenings are the events of one change for the caller, in order.
func (w *Watcher) happenings(ctx context.Context, e *Enquiry, c graph.Change) ([]happened, error) {
	links := w.turned(e, c.Links, c.LinkTurns)
	kept, err := w.endsWereSeen(ctx, e, links, c)
	if err != nil {
		return nil, err
	}
	roles := slices.DeleteFunc(w.turned(e, c.Involvements, c.InvolvementTurns), func(h happened) bool { return h.kind == graph.Gone })
	all := slices.Concat(w.turned(e, c.Records, c.RecordTurns), kept, roles)
	for _, list := range []struct {
		ids   []graph.ID
		turns []graph.Turn
	}{{c.Records, c.RecordTurns}, {c.Links, c.LinkTurns}, {c.Involvements, c.InvolvementTurns}} {
		for i := range min(len(list.ids), len(list.turns)) {
			w.dates.tell(e, list.ids[i], list.turns[i])
		}
	}
	inOrder(all)
	return all, nil
}

// inOrder puts the events of one revision into their order: what came or
// changed first, then what went; records before their links and roles where they
// come, links before their records where they go; else by id.
func inOrder(events []happened) {
	rank := func(h happened) int {
		noun := slices.Index([]graph.Noun{graph.NounRecord, graph.NounLink, graph.NounInvolvement}, graph.Noun(h.id[0]))
		if h.kind == graph.Gone {
			return 3 + 2 - noun
		}
		return noun
	}
	slices.SortFunc(events, func(a, b happened) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), compareIDs(a.id, b.id)) })
}

// turned are the elements whose marking went into, within or out of sight.
func (w *Watcher) turned(e *Enquiry, ids []graph.ID, turns []graph.Turn) []happened {
	var out []happened
	for i := range min(len(ids), len(turns)) {
		was := w.dates.saw(e, ids[i], turns[i].Was) && e.sharesWithin(turns[i].Was, w.within)
		is := e.sight.Sees(turns[i].Is) && e.sharesWithin(turns[i].Is, w.within)
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

// sharesWithin says whether a known marking shares with an operation's team, where one
// is given.
func (e *Enquiry) sharesWithin(m graph.MarkingID, within graph.ID) bool {
	return int(m) < len(e.known) && (within == "" || slices.Contains(e.known[m].Audience.Operations, within))
}

// endsWereSeen leaves out links that went but never were in sight, because an
// end of theirs was not. Links that are there are judged when they are read.
func (w *Watcher) endsWereSeen(ctx context.Context, e *Enquiry, links []happened, c graph.Change) ([]happened, error) {
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
	seen, err := w.seenBefore(ctx, e, records, c)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(links, func(h happened) bool {
		between, known := ends[h.id]
		return gone[h.id] && !(known && seen[between[0]] && seen[between[1]])
	}), nil
}

// seenBefore says which records were in sight just before a change. What they were
// is what the first change since says they had been, and what they are where
// none has changed them; the present is read first, so that none is missed.
func (w *Watcher) seenBefore(ctx context.Context, e *Enquiry, records []graph.ID, c graph.Change) (map[graph.ID]bool, error) {
	seen := map[graph.ID]bool{}
	if len(records) == 0 {
		return seen, nil
	}
	err := e.store.EngineNodes(ctx, records, func(n engine.Node) error {
		seen[n.ID] = !n.Retired && w.dates.saw(e, n.ID, n.Marking)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the ends of links: %w", err)
	}
	since, err := e.store.FirstTurns(ctx, c.Revision, records)
	if err != nil {
		return nil, fmt.Errorf("read the ends of links: %w", err)
	}
	for id, was := range since {
		seen[id] = w.dates.saw(e, id, was)
	}
	return seen, nil
}

// changeEvent reads what an event tells of; NotFound if it is out of sight.
func (e *Enquiry) changeEvent(ctx context.Context, h happened) (*ChangeEvent, error) {
	token, err := e.seal.revisionAt(h.from, h.at)
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

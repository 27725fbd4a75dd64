package casework

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"entente/graph"
)

// loaders gather the look-ups of one request into few statements. One set a
// request, so that two sights never share an answer.
type loaders struct {
	enquiry       *Enquiry
	mu            sync.Mutex
	records       map[string]*loader[*Record]
	links         map[string]*loader[[]*Link]
	linkTotals    map[string]*loader[int]
	involvements  map[string]*loader[[]*Involvement]
	organisations func(context.Context) (map[graph.ID]*graph.Organisation, error)
	operations    func(context.Context) (map[graph.ID]*graph.Operation, error)
}

func newLoaders(e *Enquiry) *loaders {
	return &loaders{
		enquiry: e, records: map[string]*loader[*Record]{}, links: map[string]*loader[[]*Link]{},
		linkTotals: map[string]*loader[int]{}, involvements: map[string]*loader[[]*Involvement]{},
		organisations: once(e.readOrganisations), operations: once(e.readOperations),
	}
}

// once reads a small whole list once a request. A failure is not kept.
func once[V any](read func(context.Context) (V, error)) func(context.Context) (V, error) {
	var mu sync.Mutex
	var value V
	var done bool
	return func(ctx context.Context) (V, error) {
		mu.Lock()
		defer mu.Unlock()
		if done {
			return value, nil
		}
		read, err := read(ctx)
		if err == nil {
			value, done = read, true
		}
		return read, err
	}
}

// linkQuestion is what makes two look-ups of links the same statement.
type linkQuestion struct {
	Filter graph.LinkFilter
	Page   graph.Page
	AsOf   *time.Time
}

func (l *loaders) record(asOf *time.Time) *loader[*Record] {
	return loaderFor(l, l.records, asOf, func(ctx context.Context, ids []graph.ID) (map[graph.ID]*Record, error) {
		found, err := l.enquiry.store.Records(ctx, l.enquiry.sight, ids, asOf)
		if err != nil {
			return nil, fmt.Errorf("read records: %w", err)
		}
		kin := siblingsOf(ids...)
		views := make(map[graph.ID]*Record, len(found))
		for id, record := range found {
			views[id] = &Record{Record: record, AsOf: asOf, kin: kin}
		}
		return views, nil
	})
}

func (l *loaders) linksOf(q linkQuestion) *loader[[]*Link] {
	return loaderFor(l, l.links, q, func(ctx context.Context, ids []graph.ID) (map[graph.ID][]*Link, error) {
		found, err := l.enquiry.store.LinksOf(ctx, l.enquiry.sight, ids, q.Filter, q.Page, q.AsOf)
		if err != nil {
			return nil, fmt.Errorf("read links: %w", err)
		}
		ends := &siblings{}
		views := make(map[graph.ID][]*Link, len(found))
		for id, links := range found {
			ends.ids = append(ends.ids, endsOf(links)...)
			for i := range links {
				views[id] = append(views[id], &Link{Link: links[i], AsOf: q.AsOf, ends: ends})
			}
		}
		return views, nil
	})
}

func (l *loaders) linkTotal(q linkQuestion) *loader[int] {
	return loaderFor(l, l.linkTotals, q, func(ctx context.Context, ids []graph.ID) (map[graph.ID]int, error) {
		return l.enquiry.store.CountLinksOf(ctx, l.enquiry.sight, ids, q.Filter, q.AsOf)
	})
}

func (l *loaders) involvementsOf(asOf *time.Time) *loader[[]*Involvement] {
	return loaderFor(l, l.involvements, asOf, func(ctx context.Context, ids []graph.ID) (map[graph.ID][]*Involvement, error) {
		found, err := l.enquiry.store.Involvements(ctx, l.enquiry.sight, ids, asOf)
		if err != nil {
			return nil, fmt.Errorf("read involvements: %w", err)
		}
		persons := siblingsOf(ids...)
		views := make(map[graph.ID][]*Involvement, len(found))
		for id, involvements := range found {
			for _, i := range involvements {
				views[id] = append(views[id], &Involvement{Involvement: i, AsOf: asOf, persons: persons})
			}
		}
		return views, nil
	})
}

// loaderFor gives the one loader of a question within a request.
func loaderFor[Q, V any](
	l *loaders, of map[string]*loader[V], question Q, fetch func(context.Context, []graph.ID) (map[graph.ID]V, error),
) *loader[V] {
	key, err := json.Marshal(question)
	if err != nil {
		panic(fmt.Sprintf("casework: a question that cannot be encoded: %T", question))
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if known, ok := of[string(key)]; ok {
		return known
	}
	of[string(key)] = newLoader(fetch)
	return of[string(key)]
}

// recordViews are present records as the caller sees them, siblings of each
// other, which the request need not read again.
func (l *loaders) recordViews(found []graph.Record) []*Record {
	kin := &siblings{ids: make([]graph.ID, len(found))}
	out := make([]*Record, len(found))
	byID := make(map[graph.ID]*Record, len(found))
	for i := range found {
		kin.ids[i] = found[i].ID
		out[i] = &Record{Record: found[i], kin: kin}
		byID[found[i].ID] = out[i]
	}
	l.record(nil).learn(kin.ids, byID)
	return out
}

// forget drops what was loaded: after a write the request reads afresh.
func (l *loaders) forget() {
	fresh := newLoaders(l.enquiry)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.records, l.links, l.linkTotals, l.involvements = fresh.records, fresh.links, fresh.linkTotals, fresh.involvements
	l.organisations, l.operations = fresh.organisations, fresh.operations
}

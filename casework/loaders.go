package casework

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"github.com/vikstrous/dataloadgen"

	"entente/graph"
)

// loaders gather the single look-ups of one request into few statements. One
// set a request, so that two sights never share an answer.
type loaders struct {
	enquiry       *Enquiry
	mu            sync.Mutex
	records       map[string]*dataloadgen.Loader[graph.ID, *Record]
	links         map[string]*dataloadgen.Loader[graph.ID, []graph.Link]
	linkTotals    map[string]*dataloadgen.Loader[graph.ID, int]
	involvements  map[string]*dataloadgen.Loader[graph.ID, []graph.Involvement]
	organisations func(context.Context) (map[graph.ID]*graph.Organisation, error)
	operations    func(context.Context) (map[graph.ID]*graph.Operation, error)
}

func newLoaders(e *Enquiry) *loaders {
	return &loaders{
		enquiry:       e,
		records:       map[string]*dataloadgen.Loader[graph.ID, *Record]{},
		links:         map[string]*dataloadgen.Loader[graph.ID, []graph.Link]{},
		linkTotals:    map[string]*dataloadgen.Loader[graph.ID, int]{},
		involvements:  map[string]*dataloadgen.Loader[graph.ID, []graph.Involvement]{},
		organisations: once(e.readOrganisations),
		operations:    once(e.readOperations),
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

func (l *loaders) record(asOf *time.Time) *dataloadgen.Loader[graph.ID, *Record] {
	return loaderFor(l, l.records, asOf, func(ctx context.Context, ids []graph.ID) (map[graph.ID]*Record, error) {
		found, err := l.enquiry.store.Records(ctx, l.enquiry.sight, ids, asOf)
		if err != nil {
			return nil, fmt.Errorf("read records: %w", err)
		}
		views := make(map[graph.ID]*Record, len(found))
		for id, record := range found {
			views[id] = &Record{Record: record, AsOf: asOf}
		}
		return views, nil
	})
}

func (l *loaders) linksOf(q linkQuestion) *dataloadgen.Loader[graph.ID, []graph.Link] {
	return loaderFor(l, l.links, q, func(ctx context.Context, ids []graph.ID) (map[graph.ID][]graph.Link, error) {
		return l.enquiry.store.LinksOf(ctx, l.enquiry.sight, ids, q.Filter, q.Page, q.AsOf)
	})
}

func (l *loaders) linkTotal(q linkQuestion) *dataloadgen.Loader[graph.ID, int] {
	return loaderFor(l, l.linkTotals, q, func(ctx context.Context, ids []graph.ID) (map[graph.ID]int, error) {
		return l.enquiry.store.CountLinksOf(ctx, l.enquiry.sight, ids, q.Filter, q.AsOf)
	})
}

func (l *loaders) involvementsOf(asOf *time.Time) *dataloadgen.Loader[graph.ID, []graph.Involvement] {
	return loaderFor(l, l.involvements, asOf, func(ctx context.Context, ids []graph.ID) (map[graph.ID][]graph.Involvement, error) {
		return l.enquiry.store.Involvements(ctx, l.enquiry.sight, ids, asOf)
	})
}

// loaderWait is how long a look-up waits for its companions.
const loaderWait = time.Millisecond

// loaderBatch bounds one statement.
const loaderBatch = 1000

// loaderFor gives the one loader of a question within a request. An id for
// which nothing is found loads the zero value.
func loaderFor[Q, V any](
	l *loaders, of map[string]*dataloadgen.Loader[graph.ID, V], question Q,
	fetch func(context.Context, []graph.ID) (map[graph.ID]V, error),
) *dataloadgen.Loader[graph.ID, V] {
	key, err := json.Marshal(question)
	if err != nil {
		panic(fmt.Sprintf("casework: a question that cannot be encoded: %T", question))
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if loader, ok := of[string(key)]; ok {
		return loader
	}
	loader := dataloadgen.NewMappedLoader(func(ctx context.Context, ids []graph.ID) (map[graph.ID]V, error) {
		found, err := fetch(ctx, ids)
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			if _, ok := found[id]; !ok {
				var nothing V
				found[id] = nothing
			}
		}
		return found, nil
	}, dataloadgen.WithWait(loaderWait), dataloadgen.WithBatchCapacity(loaderBatch))
	of[string(key)] = loader
	return loader
}

// forget drops what was loaded: after a write the request reads afresh.
func (l *loaders) forget() {
	fresh := newLoaders(l.enquiry)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.records, l.links, l.linkTotals, l.involvements = fresh.records, fresh.links, fresh.linkTotals, fresh.involvements
	l.organisations, l.operations = fresh.organisations, fresh.operations
}

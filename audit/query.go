package audit

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"entente/graph"
)

// Place is where an entry is: in which of the followed logs, by number of its
// folder, and where there.
type Place struct {
	Log   int
	Index Index
}

// Query answers who saw an element and what an officer did, over the logs of
// all processes of a hub. It keeps an index in memory (about 40 bytes for each
// element an entry names) and reads on before each answer, so an answer covers
// everything recorded before it was asked. Sight over the answers is
// casework's. Safe for concurrent use.
type Query struct {
	dirs []string

	mu        sync.Mutex
	next      []Index
	byOfficer map[graph.ID][]Place
	byElement map[graph.ID][]Place
}

// NewQuery follows the logs in these folders. It reads nothing yet; call
// Follow to have the first answer soon.
func NewQuery(dirs ...string) *Query {
	return &Query{
		dirs:      dirs,
		next:      make([]Index, len(dirs)),
		byOfficer: map[graph.ID][]Place{},
		byElement: map[graph.ID][]Place{},
	}
}

// Follow reads what was recorded since the last time.
func (q *Query) Follow(ctx context.Context) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	for i := range q.dirs {
		if _, err := q.follow(ctx, i); err != nil {
			return err
		}
	}
	return nil
}

// follow indexes what one log's tree has got, and returns the durable entries it
// has not got yet. Those are not indexed: until then they may change places.
func (q *Query) follow(ctx context.Context, log int) ([]placed, error) {
	size, tail, err := durable(q.dirs[log])
	if err != nil {
		return nil, err
	}
	return tail, replayLeaves(ctx, q.dirs[log], uint64(q.next[log]), size, decoded(func(at Index, e Entry) error {
		q.take(Place{log, at}, e)
		q.next[log] = at + 1
		return nil
	}))
}

// take puts one entry into the index.
func (q *Query) take(at Place, e Entry) {
	if e.Officer != "" {
		q.byOfficer[e.Officer] = append(q.byOfficer[e.Officer], at)
	}
	for _, id := range e.Elements {
		q.byElement[id] = append(q.byElement[id], at)
	}
}

// WhoSaw are the places of all entries that name an element, in the order of
// each log. It is empty for an id nobody touched.
func (q *Query) WhoSaw(ctx context.Context, element graph.ID) ([]Place, error) {
	return q.find(ctx, q.byElement, element, func(e Entry) bool { return slices.Contains(e.Elements, element) })
}

// WhatDid are the places of all entries of an officer, in the order of each
// log.
func (q *Query) WhatDid(ctx context.Context, officer graph.ID) ([]Place, error) {
	return q.find(ctx, q.byOfficer, officer, func(e Entry) bool { return e.Officer == officer })
}

// find looks an id up in an index, and through what is not indexed yet.
func (q *Query) find(ctx context.Context, index map[graph.ID][]Place, id graph.ID, concerns func(Entry) bool) ([]Place, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	var late []Place
	for i := range q.dirs {
		tail, err := q.follow(ctx, i)
		if err != nil {
			return nil, err
		}
		for _, p := range tail {
			e, err := Decode(p.leaf)
			if err != nil {
				return nil, err
			}
			if concerns(e) {
				late = append(late, Place{i, Index(p.at)})
			}
		}
	}
	found := append(slices.Clone(index[id]), late...)
	slices.SortStableFunc(found, func(a, b Place) int { return cmp.Compare(a.Log, b.Log) })
	return found, nil
}

// Entry reads the entry at a place.
func (q *Query) Entry(ctx context.Context, at Place) (Entry, error) {
	return At(q.dirs[at.Log], at.Index)
}

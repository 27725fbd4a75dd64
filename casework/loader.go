package casework

import (
	"context"
	"slices"
	"sync"

	"entente/graph"
)

// loader answers one question of a request about many ids, reading for all
// siblings at once and one statement at a time, so that what one brings the
// next need not ask for. It is safe for the goroutines of one request.
type loader[V any] struct {
	fetch func(context.Context, []graph.ID) (map[graph.ID]V, error)
	turn  chan struct{} // holds one while a statement is under way
	mu    sync.Mutex
	known map[graph.ID]V
}

func newLoader[V any](fetch func(context.Context, []graph.ID) (map[graph.ID]V, error)) *loader[V] {
	return &loader[V]{fetch: fetch, turn: make(chan struct{}, 1), known: map[graph.ID]V{}}
}

// load gives the answer for one id, the zero value where there is nothing.
func (l *loader[V]) load(ctx context.Context, id graph.ID, kin *siblings) (V, error) {
	found, err := l.loadAll(ctx, []graph.ID{id}, kin)
	if err != nil {
		var nothing V
		return nothing, err
	}
	return found[0], nil
}

// loadAll gives the answers for ids in their order. kin may be nil.
func (l *loader[V]) loadAll(ctx context.Context, ids []graph.ID, kin *siblings) ([]V, error) {
	if found, ok := l.recall(ids); ok {
		return found, nil
	}
	select {
	case l.turn <- struct{}{}:
		defer func() { <-l.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if missing := l.missing(ids, kin); len(missing) > 0 {
		found, err := l.fetch(ctx, missing)
		if err != nil {
			return nil, err
		}
		l.learn(missing, found)
	}
	found, _ := l.recall(ids)
	return found, nil
}

// recall gives what is known, if all of it is.
func (l *loader[V]) recall(ids []graph.ID) ([]V, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	out := make([]V, len(ids))
	for i, id := range ids {
		found, ok := l.known[id]
		if !ok {
			return nil, false
		}
		out[i] = found
	}
	return out, true
}

// missing are the ids and siblings to ask for, each once and in order: none if
// all of ids are known.
func (l *loader[V]) missing(ids []graph.ID, kin *siblings) []graph.ID {
	if _, ok := l.recall(ids); ok {
		return nil
	}
	wanted := slices.Clone(ids)
	if kin != nil {
		wanted = append(wanted, kin.ids...)
	}
	slices.Sort(wanted)
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.DeleteFunc(slices.Compact(wanted), func(id graph.ID) bool {
		_, ok := l.known[id]
		return ok
	})
}

// learn keeps the answers for all that was asked, also that there is nothing.
func (l *loader[V]) learn(asked []graph.ID, found map[graph.ID]V) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, id := range asked {
		l.known[id] = found[id]
	}
}

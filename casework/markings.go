package casework

import (
	"context"
	"fmt"
	"sync"
	"time"

	"entente/graph"
)

// StandingStore says where an officer stands, and what markings there are.
type StandingStore interface {
	// Standing is read afresh for every enquiry, so that a membership that
	// ended is gone with the next request.
	Standing(ctx context.Context, officer, organisation graph.ID, at time.Time) (graph.Standing, error)
	// StandingTurns is when the next date after a time comes by which an officer may
	// join or leave a team; zero is never.
	StandingTurns(ctx context.Context, officer, organisation graph.ID, after time.Time) (time.Time, error)
	// Markings are the interned markings from an id on, in the order of their
	// ids, without gaps.
	Markings(ctx context.Context, from graph.MarkingID) ([]graph.Marking, error)
}

// markings holds the interned markings: they are never changed, only added to.
type markings struct {
	store StandingStore
	mu    sync.Mutex
	known []graph.Marking
}

// upTo gives at least the first n markings.
func (m *markings) upTo(ctx context.Context, n int) ([]graph.Marking, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.known) >= n {
		return m.known[:n:n], nil
	}
	more, err := m.store.Markings(ctx, graph.MarkingID(len(m.known))) //nolint:gosec // some hundreds
	if err != nil {
		return nil, fmt.Errorf("read markings: %w", err)
	}
	m.known = append(m.known, more...)
	if len(m.known) < n {
		return nil, fmt.Errorf("read markings: %d of %d are there", len(m.known), n)
	}
	return m.known[:n:n], nil
}

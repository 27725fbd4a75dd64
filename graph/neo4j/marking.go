package neo4j

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"sync"

	"entente/auth/policy"
	"entente/graph"
)

// interned remembers markings by their id. What is interned never changes and
// is never removed, so the memory cannot be stale, only short.
type interned struct {
	mutex  sync.RWMutex
	byID   []graph.Marking
	byHash map[string]graph.MarkingID
}

func (m *interned) get(id graph.MarkingID) (graph.Marking, bool) {
	m.mutex.RLock()
	defer m.mutex.RUnlock()
	if int(id) >= len(m.byID) {
		return graph.Marking{}, false
	}
	return m.byID[id], true
}

func (m *interned) size() graph.MarkingID {
	m.mutex.RLock()
	defer m.mutex.RUnlock()
	return graph.MarkingID(len(m.byID)) //nolint:gosec // marking ids are 32 bits
}

func (m *interned) find(hash string) (graph.MarkingID, bool) {
	m.mutex.RLock()
	defer m.mutex.RUnlock()
	id, ok := m.byHash[hash]
	return id, ok
}

// add takes the markings from id `from` on; what another caller has added
// meanwhile is the same.
func (m *interned) add(from graph.MarkingID, markings []graph.Marking) error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	for i, marking := range markings {
		if int(from)+i != len(m.byID) {
			continue
		}
		hash, _, err := hashOf(marking)
		if err != nil {
			return err
		}
		if m.byHash == nil {
			m.byHash = map[string]graph.MarkingID{}
		}
		m.byHash[hash] = graph.MarkingID(len(m.byID)) //nolint:gosec // marking ids are 32 bits
		m.byID = append(m.byID, marking)
	}
	return nil
}

// hashOf is the name of a marking as a value, and its stored form.
func hashOf(m graph.Marking) (hash string, form []byte, err error) {
	form, err = json.Marshal(m.Canonical())
	if err != nil {
		return "", nil, fmt.Errorf("encode marking: %w", err)
	}
	sum := sha256.Sum256(form)
	return hex.EncodeToString(sum[:]), form, nil
}

// Markings are the interned markings from id `from` on: the first has that id,
// each next the next. They are what policy.See needs.
func (s *Store) Markings(ctx context.Context, from graph.MarkingID) ([]graph.Marking, error) {
	rows, err := s.read(ctx, "markings", params{"from": int64(from)})
	if err != nil {
		return nil, err
	}
	markings := make([]graph.Marking, len(rows))
	for i, r := range rows {
		if whole(r, "id") != int64(from)+int64(i) {
			return nil, fmt.Errorf("markings: id %d is missing", int64(from)+int64(i))
		}
		if err := json.Unmarshal([]byte(text(r, "json")), &markings[i]); err != nil {
			return nil, fmt.Errorf("decode marking %d: %w", whole(r, "id"), err)
		}
	}
	return markings, s.markings.add(from, markings)
}

// markingOf is the interned marking with an id, read from the database if it is
// newer than what is remembered.
func (s *Store) markingOf(ctx context.Context, id graph.MarkingID) (graph.Marking, error) {
	if m, ok := s.markings.get(id); ok {
		return m, nil
	}
	if _, err := s.Markings(ctx, s.markings.size()); err != nil {
		return graph.Marking{}, err
	}
	m, ok := s.markings.get(id)
	if !ok {
		return graph.Marking{}, fmt.Errorf("marking %d is not interned", id)
	}
	return m, nil
}

// markingIn is the marking of an element as stored.
func (s *Store) markingIn(ctx context.Context, p map[string]any) (graph.Marking, error) {
	return s.markingOf(ctx, graph.MarkingID(whole(p, "marking"))) //nolint:gosec // marking ids are 32 bits
}

// narrow keeps the visible markings that fit: a filter by owner or team is a
// smaller sight, so it costs nothing per element.
func (s *Store) narrow(ctx context.Context, sight policy.Sight, fits func(graph.Marking) bool) ([]int64, error) {
	var kept []int64
	for _, id := range sight.Visible() {
		m, err := s.markingOf(ctx, graph.MarkingID(id)) //nolint:gosec // marking ids are 32 bits
		if err != nil {
			return nil, err
		}
		if fits(m) {
			kept = append(kept, id)
		}
	}
	return kept, nil
}

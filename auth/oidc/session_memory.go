package oidc

import (
	"context"
	"maps"
	"sync"
	"time"
)

// MemorySessions keeps the sessions of one process. They end with it.
type MemorySessions struct {
	clock    func() time.Time
	mu       sync.Mutex
	sessions map[SessionKey]Session
	spent    map[string]time.Time // until when it could be used again
}

// NewMemorySessions is an empty store.
func NewMemorySessions(clock func() time.Time) *MemorySessions {
	return &MemorySessions{clock: clock, sessions: map[SessionKey]Session{}, spent: map[string]time.Time{}}
}

// Create implements SessionStore, and drops what has ended.
func (m *MemorySessions) Create(_ context.Context, key SessionKey, s Session) error {
	now := m.clock()
	m.mu.Lock()
	defer m.mu.Unlock()
	maps.DeleteFunc(m.sessions, func(_ SessionKey, old Session) bool { return !now.Before(old.Ends) })
	m.sessions[key] = s
	return nil
}

// Find implements SessionStore.
func (m *MemorySessions) Find(_ context.Context, key SessionKey) (Session, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	s, ok := m.sessions[key]
	if !ok {
		return Session{}, ErrNoSession
	}
	return s, nil
}

// Change implements SessionStore.
func (m *MemorySessions) Change(_ context.Context, key SessionKey, change func(*Session)) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	s, ok := m.sessions[key]
	if !ok {
		return ErrNoSession
	}
	change(&s)
	m.sessions[key] = s
	return nil
}

// Delete implements SessionStore.
func (m *MemorySessions) Delete(_ context.Context, key SessionKey) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.sessions, key)
	return nil
}

// Marked implements SessionFinder.
func (m *MemorySessions) Marked(_ context.Context, mark SessionMark) ([]Session, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var found []Session
	for _, s := range m.sessions {
		if mark.has(s) {
			found = append(found, s)
		}
	}
	return found, nil
}

// Spend implements SpentTokens.
func (m *MemorySessions) Spend(_ context.Context, token string, expires time.Time) (bool, error) {
	now := m.clock()
	m.mu.Lock()
	defer m.mu.Unlock()
	maps.DeleteFunc(m.spent, func(_ string, until time.Time) bool { return now.After(until) })
	_, before := m.spent[token]
	m.spent[token] = expires
	return !before, nil
}

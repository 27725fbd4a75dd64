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
}

// NewMemorySessions is an empty store.
func NewMemorySessions(clock func() time.Time) *MemorySessions {
	return &MemorySessions{clock: clock, sessions: map[SessionKey]Session{}}
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

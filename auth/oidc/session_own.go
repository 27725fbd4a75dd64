package oidc

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"entente/auth"
	"entente/graph"
)

// BrowserSessions are the sessions of an officer that have not ended, the
// latest login first.
func (l *Login) BrowserSessions(ctx context.Context, officer auth.Principal) ([]auth.BrowserSession, error) {
	found, err := l.options.Sessions.Marked(ctx, SessionMark{Officer: officer.Officer})
	if err != nil {
		return nil, fmt.Errorf("list sessions: %w", err)
	}
	now := l.options.Clock()
	var out []auth.BrowserSession
	for _, s := range found {
		if ends := l.expires(s); now.Before(ends) {
			name := s.Officer.Session
			out = append(out, auth.BrowserSession{
				Session: name, Began: s.Began, Seen: s.Seen, Ends: ends, Current: name == officer.Session,
			})
		}
	}
	slices.SortFunc(out, func(a, b auth.BrowserSession) int {
		return cmp.Or(b.Began.Compare(a.Began), cmp.Compare(a.Session, b.Session))
	})
	return out, nil
}

// EndBrowserSession ends a session of the officer's own, on every process. Any
// other, or none: NotFound.
func (l *Login) EndBrowserSession(ctx context.Context, officer auth.Principal, session string) error {
	key, ok := parseSessionKey(session)
	if !ok {
		return graph.Missing()
	}
	found, err := l.options.Sessions.Find(ctx, key)
	if errors.Is(err, ErrNoSession) || err == nil && found.Officer.Officer != officer.Officer {
		return graph.Missing()
	}
	if err != nil {
		return fmt.Errorf("end a session: %w", err)
	}
	if err := l.options.Sessions.Delete(ctx, key); err != nil {
		return fmt.Errorf("end a session: %w", err)
	}
	return l.options.Journal.SignedOut(ctx, found.Officer)
}

package casework

import (
	"context"
	"fmt"

	"entente/auth"
	"entente/graph"
)

// SessionKeeper lists and ends the browser sessions of one officer;
// auth/oidc.Login is one.
type SessionKeeper interface {
	// BrowserSessions are those that have not ended, the latest login first.
	BrowserSessions(ctx context.Context, officer auth.Principal) ([]auth.BrowserSession, error)
	// EndBrowserSession ends one of the officer's own and writes that down. Any
	// other, or none: NotFound.
	EndBrowserSession(ctx context.Context, officer auth.Principal, session string) error
}

// MySessions are the caller's browser sessions, the latest login first.
func (e *Enquiry) MySessions(ctx context.Context) ([]auth.BrowserSession, error) {
	if e.sessions == nil {
		return nil, nil
	}
	found, err := e.sessions.BrowserSessions(ctx, e.principal)
	if err != nil {
		return nil, fmt.Errorf("list sessions: %w", err)
	}
	return found, nil
}

// EndSession ends one of the caller's browser sessions, at all processes, and
// gives those that are left. Any other, or none: NotFound.
func (e *Enquiry) EndSession(ctx context.Context, session string) ([]auth.BrowserSession, error) {
	if e.sessions == nil {
		return nil, graph.Missing()
	}
	if err := e.sessions.EndBrowserSession(ctx, e.principal, session); err != nil {
		return nil, fmt.Errorf("end a session: %w", err)
	}
	return e.MySessions(ctx)
}

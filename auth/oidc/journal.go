package oidc

import (
	"context"

	"entente/auth"
)

// Journal takes down what happens at the door. Each method returns once that is
// durable; what a Journal does not take, the browser does not get: no session
// cookie leaves for a login that is not written down.
type Journal interface {
	// SignedIn is an officer at the beginning of a session; again says that the
	// browser held a session of the same officer, who has proved themselves anew.
	SignedIn(ctx context.Context, officer auth.Principal, again bool) error
	// SignedOut is an officer who ended the session.
	SignedOut(ctx context.Context, officer auth.Principal) error
	// Ended is a session that was met after its time, whose issuer lost its
	// trust, or in whose place the same browser began another.
	Ended(ctx context.Context, officer auth.Principal) error
	// Refused is a login or a credential that did not hold. Who it was is known
	// only if a session says so; otherwise officer is zero.
	Refused(ctx context.Context, officer auth.Principal) error
}

// unwritten is the Journal of a login that was given none.
type unwritten struct{}

func (unwritten) SignedIn(context.Context, auth.Principal, bool) error { return nil }
func (unwritten) SignedOut(context.Context, auth.Principal) error      { return nil }
func (unwritten) Ended(context.Context, auth.Principal) error          { return nil }
func (unwritten) Refused(context.Context, auth.Principal) error        { return nil }

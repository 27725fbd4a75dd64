package oidc

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"time"

	"entente/auth"
	"entente/graph"
)

// Session is one signed-in browser.
type Session struct {
	// Officer is who signed in, as the ID token said. Its Purpose is the
	// session's, its Session the session's key in text.
	Officer auth.Principal
	// IDToken is the hint for logging out at the provider.
	IDToken string
	// Login is the provider's own name of its session (`sid`), empty if it gave none.
	Login string
	// Refresh asks the provider whether the session still holds; empty asks never.
	// Confirmed is when it last said so, zero at the login; Asked is when it was
	// last asked.
	Refresh          string
	Confirmed, Asked time.Time

	Began time.Time
	Seen  time.Time // to within a minute
	Ends  time.Time // whatever happens
}

// confirmed is when the provider last vouched for the session.
func (s Session) confirmed() time.Time {
	if s.Confirmed.IsZero() {
		return s.Began
	}
	return s.Confirmed
}

// SessionKey is the SHA-256 of a session id. Only it is stored: who reads the
// store cannot take over a session.
type SessionKey [sha256.Size]byte

// String is the key in hexadecimal; it may be logged, and names the session
// for its officer.
func (k SessionKey) String() string { return hex.EncodeToString(k[:]) }

// parseSessionKey reads what String wrote.
func parseSessionKey(s string) (k SessionKey, ok bool) {
	n, err := hex.Decode(k[:], []byte(s))
	return k, err == nil && n == len(k)
}

// ErrNoSession says that a store holds no session under a key.
var ErrNoSession = errors.New("no such session")

// SessionStore keeps sessions, for all processes of one hub. Implementations
// are safe for concurrent use and may drop a session once it has ended.
type SessionStore interface {
	// Create keeps a new session.
	Create(ctx context.Context, key SessionKey, s Session) error
	// Find gives a session, or ErrNoSession.
	Find(ctx context.Context, key SessionKey) (Session, error)
	// Change applies a change to a session in one step, or gives ErrNoSession:
	// a session that was deleted meanwhile is never brought back.
	Change(ctx context.Context, key SessionKey, change func(*Session)) error
	// Delete forgets a session; it is no error if there is none.
	Delete(ctx context.Context, key SessionKey) error
}

// SessionMark is what sessions are found by beside their keys: either an
// officer, or an issuer's URL and its name of a login (`sid`).
type SessionMark struct {
	Officer       graph.ID
	Issuer, Login string
}

// SessionFinder finds the sessions that an officer, or a login at a provider, has.
type SessionFinder interface {
	// Marked gives the sessions with a mark, in no order; none is no error.
	Marked(ctx context.Context, mark SessionMark) ([]Session, error)
}

// SpentTokens remembers the tokens that may be used once.
type SpentTokens interface {
	// Spend takes note of a token until it has expired, for all processes of one
	// hub; false if it was spent before.
	Spend(ctx context.Context, token string, expires time.Time) (bool, error)
}

// Sessions is all that a Login keeps.
type Sessions interface {
	SessionStore
	SessionFinder
	SpentTokens
}

// has says whether a session has a mark.
func (m SessionMark) has(s Session) bool {
	if m.Officer != "" {
		return s.Officer.Officer == m.Officer
	}
	return m.Login != "" && s.Login == m.Login && s.Officer.Issuer == m.Issuer
}

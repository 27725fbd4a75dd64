package devissuer

import (
	"context"
	"crypto/rand"
	"errors"
	"maps"
	"sync"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"
)

// requestLife is how long somebody may stand at the login page; codeLife how
// long a code may be traded.
const (
	requestLife = 10 * time.Minute
	codeLife    = time.Minute
)

// store keeps logins under way in memory, and is what op asks for clients,
// requests and keys.
type store struct {
	clients map[string]client
	key     signingKey
	clock   func() time.Time

	mu       sync.Mutex
	requests map[string]*request // by id
	codes    map[string]*request // by code, each given once
	devices  map[string]device   // by device code
}

func newStore(o Options, key signingKey) *store {
	return &store{
		clients: map[string]client{
			o.ClientID:        {o.ClientID, o.RedirectURIs, o.PostLogoutRedirectURIs, op.ApplicationTypeUserAgent},
			CommandLineClient: {CommandLineClient, []string{commandLineRedirect}, nil, op.ApplicationTypeNative},
		},
		key: key, clock: o.Clock,
		requests: map[string]*request{}, codes: map[string]*request{}, devices: map[string]device{},
	}
}

// request is one login under way. It is never changed once stored, but
// replaced as a whole.
type request struct {
	*oidc.AuthRequest
	id      string
	subject string    // empty until somebody signed in
	at      time.Time // when they did
	ends    time.Time
}

func (r *request) GetID() string          { return r.id }
func (r *request) GetACR() string         { return "" }
func (r *request) GetAMR() []string       { return []string{"pwd"} }
func (r *request) GetAudience() []string  { return []string{r.ClientID} }
func (r *request) GetAuthTime() time.Time { return r.at }
func (r *request) GetClientID() string    { return r.ClientID }
func (r *request) GetNonce() string       { return r.Nonce }
func (r *request) GetScopes() []string    { return r.Scopes }
func (r *request) GetSubject() string     { return r.subject }
func (r *request) Done() bool             { return r.subject != "" }
func (r *request) GetCodeChallenge() *oidc.CodeChallenge {
	return &oidc.CodeChallenge{Challenge: r.CodeChallenge, Method: r.CodeChallengeMethod}
}

var errNotKept = errors.New("nothing is kept under this name")

// CreateAuthRequest keeps a login; it wants PKCE with S256 from everybody.
func (s *store) CreateAuthRequest(_ context.Context, r *oidc.AuthRequest, _ string) (op.AuthRequest, error) {
	if r.CodeChallenge == "" || r.CodeChallengeMethod != oidc.CodeChallengeMethodS256 {
		return nil, oidc.ErrInvalidRequest().WithDescription("PKCE with S256 is required")
	}
	kept := &request{AuthRequest: r, id: rand.Text(), ends: s.clock().Add(requestLife)}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dropEnded()
	s.requests[kept.id] = kept
	return kept, nil
}

func (s *store) dropEnded() {
	now := s.clock()
	ended := func(_ string, r *request) bool { return !now.Before(r.ends) }
	maps.DeleteFunc(s.requests, ended)
	maps.DeleteFunc(s.codes, ended)
	maps.DeleteFunc(s.devices, func(_ string, d device) bool { return !now.Before(d.Expires) })
}

// signIn notes who signed in.
func (s *store) signIn(id, subject string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dropEnded()
	r, ok := s.requests[id]
	if !ok {
		return errNotKept
	}
	done := *r
	done.subject, done.at = subject, s.clock()
	s.requests[id] = &done
	return nil
}

// AuthRequestByID gives a login under way.
func (s *store) AuthRequestByID(_ context.Context, id string) (op.AuthRequest, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dropEnded()
	if r, ok := s.requests[id]; ok {
		return r, nil
	}
	return nil, errNotKept
}

// SaveAuthCode turns a login into a code.
func (s *store) SaveAuthCode(_ context.Context, id, code string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	r, ok := s.requests[id]
	if !ok {
		return errNotKept
	}
	delete(s.requests, id)
	coded := *r
	coded.ends = s.clock().Add(codeLife)
	s.codes[code] = &coded
	return nil
}

// AuthRequestByCode gives a login for its code, once.
func (s *store) AuthRequestByCode(_ context.Context, code string) (op.AuthRequest, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dropEnded()
	r, ok := s.codes[code]
	if !ok {
		return nil, errNotKept
	}
	delete(s.codes, code)
	return r, nil
}

// DeleteAuthRequest forgets a login.
func (s *store) DeleteAuthRequest(_ context.Context, id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.requests, id)
	return nil
}

// GetClientByClientID gives one of the two clients.
func (s *store) GetClientByClientID(_ context.Context, id string) (op.Client, error) {
	if c, ok := s.clients[id]; ok {
		return c, nil
	}
	return nil, errNotKept
}

// SigningKey gives the key.
func (s *store) SigningKey(context.Context) (op.SigningKey, error) { return s.key, nil }

// SignatureAlgorithms are those of the key.
func (s *store) SignatureAlgorithms(context.Context) ([]jose.SignatureAlgorithm, error) {
	return []jose.SignatureAlgorithm{s.key.SignatureAlgorithm()}, nil
}

// KeySet is the published half.
func (s *store) KeySet(context.Context) ([]op.Key, error) { return []op.Key{publicKey{s.key}}, nil }

// TerminateSession has nothing to end: the provider keeps nobody signed in.
func (s *store) TerminateSession(context.Context, string, string) error { return nil }

// Health is always good.
func (s *store) Health(context.Context) error { return nil }

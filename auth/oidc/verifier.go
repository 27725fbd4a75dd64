package oidc

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	goidc "github.com/coreos/go-oidc/v3/oidc"
	"github.com/go-jose/go-jose/v4"

	"entente/auth"
)

const (
	// MaxClockSkew is how far an issuer's clock may be ahead of the hub's.
	MaxClockSkew = time.Minute
	// maxAccessLife and maxIDLife are the longest times between iat and exp.
	maxAccessLife = 2 * time.Hour
	maxIDLife     = 24 * time.Hour
	// maxLogoutLife is the same of a logout token, and how old one may be; OpenID
	// Connect Back-Channel Logout section 2.4 recommends two minutes.
	maxLogoutLife = 10 * time.Minute
	// maxIDAge is how old an ID token may be when the login ends.
	maxIDAge = 10 * time.Minute
	// maxSubject is OpenID Connect Core section 2's limit for sub.
	maxSubject = 255
	// providerTimeout is how long one provider may take before it counts as down.
	providerTimeout = 5 * time.Second
)

// Verifier says who a token speaks for. It trusts the issuers of its registry,
// each within its entry, and asks each for its keys when first needed. It is
// safe for concurrent use; an issuer that hangs delays only its own officers.
type Verifier struct {
	registry *Registry
	clock    func() time.Time
	timeout  time.Duration
	stop     context.CancelFunc
	stopping context.Context
	proofs   replays

	mu        sync.Mutex // guards providers and closed; never held during a fetch
	providers map[string]*provider
	closed    bool
	work      sync.WaitGroup
}

// NewVerifier verifies against the registry at the times the clock says.
// Close it when done.
func NewVerifier(registry *Registry, clock func() time.Time) *Verifier {
	ctx, stop := context.WithCancel(context.Background())
	return &Verifier{
		registry: registry, clock: clock, timeout: providerTimeout,
		stop: stop, stopping: ctx, providers: map[string]*provider{},
	}
}

// Close ends fetches under way and waits for them.
func (v *Verifier) Close() {
	v.mu.Lock()
	v.closed = true
	v.mu.Unlock()
	v.stop()
	v.work.Wait()
}

// begin runs work in the background until Close.
func (v *Verifier) begin(work func(context.Context)) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return false
	}
	v.work.Go(func() { work(v.stopping) })
	return true
}

func (v *Verifier) provider(issuer string) *provider {
	v.mu.Lock()
	defer v.mu.Unlock()
	p, ok := v.providers[issuer]
	if !ok {
		p = &provider{
			issuer: issuer, client: newClient(local(issuer), v.timeout),
			clock: v.clock, timeout: v.timeout, begin: v.begin,
		}
		v.providers[issuer] = p
	}
	return p
}

// Principal is the officer a bearer access token (RFC 9068) speaks for. One that
// is bound to a key is for Holder. Every
// refusal is a *graph.Error with the code Unauthenticated and one public
// message; the precise reason is the error it wraps, for the log.
func (v *Verifier) Principal(ctx context.Context, rawToken string) (auth.Principal, error) {
	token, err := v.open(ctx, rawToken, accessToken)
	if err != nil {
		return auth.Principal{}, refusef("access token: %w", err)
	}
	if err := token.checkBearer(); err != nil {
		return auth.Principal{}, refusef("access token: %w", err)
	}
	return token.principal()
}

// principal is the officer a verified access token speaks for.
func (t token) principal() (auth.Principal, error) {
	made, _, err := t.payload.instant("iat")
	if err != nil {
		return auth.Principal{}, refusef("access token: %w", err)
	}
	p, err := t.officer(made)
	if err != nil {
		return auth.Principal{}, refusef("access token: %w", err)
	}
	p.Expires = t.expires
	return p, nil
}

// officer is who a verified token speaks for, if the sign-in was at a moment what
// the issuer's entry wants of every one. A program has none.
func (t token) officer(at time.Time) (auth.Principal, error) {
	p, err := t.issuer.grant(t.payload)
	if err != nil {
		return auth.Principal{}, err
	}
	if !p.Service && !t.issuer.SignIn.MetBy(p, at) {
		return auth.Principal{}, fmt.Errorf("issuer %s: acr, amr or auth_time is not what every sign-in must be", t.issuer.Name)
	}
	return p, nil
}

// kind is what a token is offered as.
type kind int

const (
	accessToken kind = iota
	idToken
	logoutToken
)

// token is a verified token.
type token struct {
	issuer          Issuer
	header, payload claims
	expires         time.Time
}

// open verifies everything an access token and an ID token have in common,
// cheap checks first: nothing is fetched for a token that could not pass.
func (v *Verifier) open(ctx context.Context, raw string, k kind) (token, error) {
	header, payload, err := decodeToken(raw)
	if err != nil {
		return token{}, err
	}
	t := token{header: header, payload: payload}
	if t.issuer, err = v.issuerOf(payload); err != nil {
		return token{}, err
	}
	if err := t.checkHeader(k); err != nil {
		return token{}, err
	}
	if err := t.checkKind(k); err != nil {
		return token{}, err
	}
	if err := t.checkTimes(v.clock(), k); err != nil {
		return token{}, err
	}
	return t, v.checkSignature(ctx, raw, t, k)
}

func (v *Verifier) issuerOf(payload claims) (Issuer, error) {
	url, err := payload.text("iss")
	if err != nil {
		return Issuer{}, err
	}
	issuer, ok := v.registry.ByURL(url)
	if !ok {
		return Issuer{}, errors.New("issuer is not in the trust registry")
	}
	if issuer.State != Active {
		return Issuer{}, fmt.Errorf("issuer %s is %s", issuer.Name, issuer.State)
	}
	return issuer, nil
}

// checkSignature is the library's own verification, with this package's keys.
func (v *Verifier) checkSignature(ctx context.Context, raw string, t token, k kind) error {
	audience := t.issuer.Audience
	if k != accessToken {
		audience = t.issuer.ClientID
	}
	ctx, cancel := context.WithTimeout(ctx, v.timeout)
	defer cancel()
	_, err := goidc.NewVerifier(t.issuer.URL, keySet{v.provider(t.issuer.URL), t.issuer.Algorithms}, &goidc.Config{
		ClientID:             audience,
		SupportedSigningAlgs: t.issuer.Algorithms,
		Now:                  v.clock,
	}).Verify(ctx, raw)
	if err != nil {
		return fmt.Errorf("issuer %s: %w", t.issuer.Name, err)
	}
	return nil
}

// keySet lets the library verify with the keys of one provider.
type keySet struct {
	provider   *provider
	algorithms []string
}

// VerifySignature gives the payload of a token signed by the issuer.
func (s keySet) VerifySignature(ctx context.Context, raw string) ([]byte, error) {
	var algorithms []jose.SignatureAlgorithm
	for _, a := range s.algorithms {
		algorithms = append(algorithms, jose.SignatureAlgorithm(a))
	}
	jws, err := jose.ParseSignedCompact(raw, algorithms)
	if err != nil {
		return nil, errors.New("malformed signature")
	}
	return s.provider.verifySignature(ctx, jws)
}

// checkHeader holds the header to an accepted algorithm and the right type,
// and refuses headers that bring their own key or change the meaning.
func (t token) checkHeader(k kind) error {
	alg, err := t.header.text("alg")
	if err != nil || !slices.Contains(t.issuer.Algorithms, alg) {
		return errors.New("alg is not accepted")
	}
	for _, name := range []string{"crit", "b64", "jwk", "jku", "x5u", "zip"} {
		if t.header.has(name) {
			return fmt.Errorf("header %s is not accepted", name)
		}
	}
	typ, err := t.header.text("typ")
	if err != nil {
		return err
	}
	if !acceptsType(t.issuer, typ, k) {
		return errors.New("typ is not that of the token expected")
	}
	return nil
}

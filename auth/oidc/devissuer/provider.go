package devissuer

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/zitadel/oidc/v3/pkg/op"

	"entente/auth"
	"entente/graph"
)

// Officer is one invented officer.
type Officer struct {
	// Username is typed to sign in; Subject is the `sub` of the tokens.
	Username, Subject string
	Name              string
	// Organisation is the value of the claim org; Agency is what the login page
	// calls it, the value itself if empty.
	Organisation, Agency string
	Roles                []auth.Role
	Clearances           []graph.Compartment
}

// Options describe one provider. URL, Officers, ClientID and Audience must be
// set.
type Options struct {
	// Name and Country are shown on the login page.
	Name, Country string
	// URL is the issuer: http://127.0.0.1:PORT, without a path.
	URL      string
	Officers []Officer
	// ClientID is the hub, a public client with PKCE; RedirectURIs and
	// PostLogoutRedirectURIs are its addresses.
	ClientID                             string
	RedirectURIs, PostLogoutRedirectURIs []string
	// Audience is the hub's API: the aud of every access token.
	Audience string
	// KeyFile keeps the signing key (0600), so that a restart keeps tokens
	// valid; it is made if missing. Empty keeps the key in memory.
	KeyFile string
	// Password is everybody's; empty is DefaultPassword.
	Password string
	// Clock is the time; nil is time.Now. Random is a cryptographic source; nil
	// is crypto/rand.
	Clock  func() time.Time
	Random io.Reader
}

const (
	// DefaultPassword is shown on the login page.
	DefaultPassword = "development"
	// CommandLineClient is a public client for scripts on this machine.
	CommandLineClient = "entente-cli"

	accessLife = time.Hour
	idLife     = 10 * time.Minute
)

// Provider is one provider: an http.Handler for the root of its URL. It answers
// callers on this machine only.
type Provider struct {
	Options
	issuer  *url.URL
	store   *store
	op      *op.Provider
	handler http.Handler
}

// New makes a provider. It refuses a URL off loopback.
func New(o Options) (*Provider, error) {
	issuer, err := checkOptions(o)
	if err != nil {
		return nil, fmt.Errorf("development provider: %w", err)
	}
	if o.Password == "" {
		o.Password = DefaultPassword
	}
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	key, err := loadKey(o.KeyFile)
	if err != nil {
		return nil, fmt.Errorf("development provider: %w", err)
	}
	p := &Provider{Options: o, issuer: issuer, store: newStore(o, key)}
	if err := p.assemble(); err != nil {
		return nil, fmt.Errorf("development provider: %w", err)
	}
	return p, nil
}

func checkOptions(o Options) (*url.URL, error) {
	u, err := url.Parse(o.URL)
	switch {
	case err != nil || u.Scheme != "http" || u.Path != "" || u.RawQuery != "" || !loopback(u.Hostname()):
		return nil, fmt.Errorf("URL %q must be http on loopback without a path", o.URL)
	case o.ClientID == "" || o.Audience == "" || o.ClientID == CommandLineClient:
		return nil, errors.New("ClientID and Audience are needed")
	case len(o.Officers) == 0:
		return nil, errors.New("at least one officer is needed")
	}
	for at, officer := range o.Officers {
		same := func(other Officer) bool {
			return other.Username == officer.Username || other.Subject == officer.Subject
		}
		if officer.Username == "" || officer.Subject == "" || slices.ContainsFunc(o.Officers[:at], same) {
			return nil, fmt.Errorf("officer %q needs a user name and a subject of its own", officer.Username)
		}
	}
	return u, nil
}

func loopback(host string) bool {
	return host == "localhost" || net.ParseIP(host).IsLoopback()
}

// assemble puts this package's routes in front of the library's.
func (p *Provider) assemble() (err error) {
	config := &op.Config{CodeMethodS256: true, DeviceAuthorization: deviceConfig()}
	if _, err = io.ReadFull(p.Random, config.CryptoKey[:]); err != nil {
		return err
	}
	p.op, err = op.NewProvider(config, p.store, op.StaticIssuer(p.URL), op.WithAllowInsecure(), op.WithCORSOptions(nil))
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.well-known/openid-configuration", p.discovery)
	mux.HandleFunc("POST /oauth/token", p.token)
	mux.Handle("POST /device_authorization", p.op)
	mux.HandleFunc("GET /device", p.showDevice)
	mux.HandleFunc("POST /device", p.checkDevice)
	mux.HandleFunc("GET /login", p.showLogin)
	mux.HandleFunc("POST /login", p.checkLogin)
	mux.HandleFunc("GET /login/style.css", serveStyle)
	mux.HandleFunc("GET /signed-out", p.signedOut)
	mux.Handle("GET /authorize", p.op)
	mux.Handle("GET /end_session", p.op)
	mux.Handle("POST /end_session", p.op)
	mux.Handle("GET /keys", p.op)
	mux.HandleFunc("GET /{$}", p.home)
	p.handler = mux
	return nil
}

// ServeHTTP answers callers on this machine that use the provider's own name,
// and nobody else: not a machine beside, nor a page that re-points its name.
func (p *Provider) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil || !loopback(host) || r.Host != p.issuer.Host {
		http.Error(w, "This development provider answers on its own machine only.", http.StatusForbidden)
		return
	}
	p.handler.ServeHTTP(w, r.WithContext(op.ContextWithIssuer(r.Context(), p.URL)))
}

// Listen listens at the address of an issuer's URL, and refuses any that is
// not loopback.
func Listen(ctx context.Context, issuerURL string) (net.Listener, error) {
	u, err := url.Parse(issuerURL)
	if err != nil || !loopback(u.Hostname()) {
		return nil, fmt.Errorf("development provider: %q is not on loopback", issuerURL)
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", u.Host)
	if err != nil {
		return nil, fmt.Errorf("development provider: %w", err)
	}
	if host, _, err := net.SplitHostPort(listener.Addr().String()); err != nil || !loopback(host) {
		return nil, errors.Join(fmt.Errorf("development provider: %q is not on loopback", issuerURL), listener.Close())
	}
	return listener, nil
}

// officer is the officer who signs in with this name.
func (p *Provider) officer(username string) (Officer, bool) {
	at := slices.IndexFunc(p.Officers, func(o Officer) bool { return strings.EqualFold(o.Username, username) })
	if at < 0 {
		return Officer{}, false
	}
	return p.Officers[at], true
}

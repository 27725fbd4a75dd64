package oidc

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"golang.org/x/oauth2"
)

// LoginOptions are what a Login needs. Registry, Verifier, Sessions, Clock and
// BaseURL must be set.
type LoginOptions struct {
	Registry *Registry
	Verifier *Verifier
	Sessions Sessions
	Clock    func() time.Time
	// BaseURL is where browsers reach the hub: https, or http on loopback.
	BaseURL string
	// CookieKey seals the cookie of a login under way: 32 bytes, the same for
	// all processes of a hub. Empty draws one, for a hub of one process.
	CookieKey []byte
	// Random is a cryptographic source; nil is crypto/rand.
	Random io.Reader
	// Journal is told of every login, logout, refusal and end of a session; nil
	// tells nobody.
	Journal Journal
	// Log takes the precise reason of refused logins, credentials and logout tokens;
	// nil logs nothing.
	Log *slog.Logger
	// RequestID is the number of the call in a context, for the log and for the page
	// of a login that failed; nil, or an empty one, is none.
	RequestID func(context.Context) string
	// Idle and Absolute limit a session; zero is 30 minutes and 10 hours.
	Idle, Absolute time.Duration
	// Wordings are the languages of the sign-in page beside English, by BCP 47 tag.
	Wordings map[string]Wording
}

// The limits of a session where LoginOptions names none.
const (
	DefaultIdle     = 30 * time.Minute
	DefaultAbsolute = 10 * time.Hour
)

// Login signs officers in and out in the browser, and says for every request
// who asks. It is safe for concurrent use.
type Login struct {
	options LoginOptions
	base    *url.URL
	cookies cookies
	reasons *reasons
	speech  speech
}

// NewLogin checks the options.
func NewLogin(o LoginOptions) (*Login, error) {
	if o.Registry == nil || o.Verifier == nil || o.Sessions == nil || o.Clock == nil {
		return nil, errors.New("login: registry, verifier, sessions and clock are needed")
	}
	base, err := url.Parse(strings.TrimSuffix(o.BaseURL, "/"))
	if err != nil || checkURL(o.BaseURL) != nil || base.Path != "" {
		return nil, fmt.Errorf("login: base URL %q must be an https origin, or http on loopback", o.BaseURL)
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Journal == nil {
		o.Journal = unwritten{}
	}
	if o.Idle == 0 {
		o.Idle = DefaultIdle
	}
	if o.Absolute == 0 {
		o.Absolute = DefaultAbsolute
	}
	jar, err := newCookies(base.Scheme == "https", o.CookieKey, o.Random)
	if err != nil {
		return nil, fmt.Errorf("login: %w", err)
	}
	spoken, err := speechOf(o.Wordings)
	if err != nil {
		return nil, fmt.Errorf("login: %w", err)
	}
	return &Login{options: o, base: base, cookies: jar, reasons: newReasons(), speech: spoken}, nil
}

// Handler serves /login (the choice of agency), /login/style.css,
// /login/step-up (the start at one's own issuer), /login/{issuer} (the start),
// /login/{issuer}/callback, /logout, and for the providers themselves
// /login/{issuer}/logout and /login/{issuer}/keys. Requests that change something
// are refused when another site made a browser send them.
func (l *Login) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /login", l.choose)
	mux.HandleFunc("GET /login/style.css", serveStyle)
	mux.HandleFunc("GET /login/"+stepUpName, l.stepUp)
	mux.HandleFunc("GET /login/{issuer}", l.start)
	mux.HandleFunc("POST /login/{issuer}", l.start)
	mux.HandleFunc("GET /login/{issuer}/callback", l.callback)
	mux.HandleFunc("GET /login/{issuer}/keys", l.clientKeys)
	mux.HandleFunc("POST /login/{issuer}/logout", l.backChannel)
	mux.HandleFunc("POST /logout", l.logout)
	return http.MaxBytesHandler(http.NewCrossOriginProtection().Handler(mux), maxForm)
}

// RedirectURI is the one address the issuer of this name may send officers
// back to; it is registered at the provider.
func (l *Login) RedirectURI(issuerName string) string {
	return l.base.String() + "/login/" + issuerName + "/callback"
}

// LoggedOutURI is where a provider may send officers after signing them out.
func (l *Login) LoggedOutURI() string { return l.base.String() + "/login" }

// client is the hub at one provider.
func (l *Login) client(i Issuer, endpoint oauth2.Endpoint) *oauth2.Config {
	if i.ClientSecret == "" {
		endpoint.AuthStyle = oauth2.AuthStyleInParams // nothing to try twice: a code serves once
	}
	return &oauth2.Config{
		ClientID:     i.ClientID,
		ClientSecret: i.ClientSecret,
		Endpoint:     endpoint,
		RedirectURL:  l.RedirectURI(i.Name),
		Scopes:       append([]string{"openid", "profile"}, i.Scopes...),
	}
}

// returnPath is where to go after the login: a path on this origin, or "/".
// Anything a browser could read as another origin is dropped.
func returnPath(wanted string) string {
	u, err := url.Parse(wanted)
	if err != nil || u.Scheme != "" || u.Host != "" || u.User != nil ||
		!strings.HasPrefix(wanted, "/") || strings.HasPrefix(wanted, "//") ||
		strings.ContainsAny(wanted, "\\\t\r\n") || strings.HasPrefix(u.Path, "//") || len(wanted) > maxReturnPath {
		return "/"
	}
	return u.String()
}

const (
	maxReturnPath = 1024
	maxForm       = 8 << 10 // bytes of a form anybody may send
)

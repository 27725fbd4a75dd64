package oidc_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"

	"entente/auth"
	"entente/auth/oidc"
	"entente/auth/oidc/devissuer"
	"entente/graph"
)

// hub is a small hub: the login, and one page that says who asks.
type hub struct {
	*httptest.Server
	*hands
	t        *testing.T
	registry *oidc.Registry
	login    *oidc.Login
	options  oidc.LoginOptions // of the login
	sessions *oidc.MemorySessions
	log      *syncBuffer
	uk, ro   *devissuer.Provider
	entries  []oidc.Issuer
}

type syncBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *syncBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *syncBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

func (s *syncBuffer) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.b.Reset()
}

// newHub starts a hub with a UK and a Romanian provider, all on one clock.
func newHub(t *testing.T) *hub {
	t.Helper()
	h := &hub{t: t, hands: newHands(), log: &syncBuffer{}, Server: httptest.NewUnstartedServer(nil)}
	base := "http://" + h.Listener.Addr().String()
	h.uk = h.provider("uk", "GB", base, []devissuer.Officer{
		{
			Username: "ada", Subject: "7", Name: "Ada Invented", Organisation: "northmet",
			Roles: []auth.Role{auth.Analyst}, Clearances: []graph.Compartment{graph.Child},
		},
		{Username: "bob", Subject: "8", Name: "Bob Invented", Organisation: "southmet", Roles: []auth.Role{auth.Supervisor}},
		{Username: "eve", Subject: "9", Name: "Eve Invented", Organisation: "carpati"},
	}, map[string]graph.ID{"northmet": northmet, "southmet": southmet})
	h.ro = h.provider("ro", "RO", base, []devissuer.Officer{
		{Username: "ion", Subject: "7", Name: "Ion Inventat", Organisation: "carpati", Roles: []auth.Role{auth.Investigator}},
	}, map[string]graph.ID{"carpati": carpati})
	h.registry = newRegistry(t, h.entries...)
	h.sessions = oidc.NewMemorySessions(h.now)
	h.login = h.newLogin(base)
	mux := http.NewServeMux()
	mux.Handle("/login", h.login.Handler())
	mux.Handle("/login/", h.login.Handler())
	mux.Handle("/logout", h.login.Handler())
	mux.HandleFunc("/", h.whoAsks)
	h.Config.Handler = mux
	h.Start()
	t.Cleanup(h.Close)
	return h
}

func (h *hub) newLogin(base string) *oidc.Login {
	h.t.Helper()
	h.options = oidc.LoginOptions{
		Registry: h.registry, Verifier: newVerifier(h.t, h.registry, h.now), Sessions: h.sessions,
		Clock: h.now, BaseURL: base, CookieKey: bytes.Repeat([]byte{7}, 32), Log: slog.New(slog.NewTextHandler(h.log, nil)),
		Wordings: map[string]oidc.Wording{"ro": {Choose: "Alegeți instituția dumneavoastră."}}, // the rest is said in English
	}
	login, err := oidc.NewLogin(h.options)
	if err != nil {
		h.t.Fatal(err)
	}
	return login
}

// provider starts a development provider and notes its trust registry entry.
func (h *hub) provider(name, country, base string, officers []devissuer.Officer, may map[string]graph.ID) *devissuer.Provider {
	h.t.Helper()
	server := httptest.NewUnstartedServer(nil)
	options := devissuer.Options{
		Name: "Provider " + name, Country: country, URL: "http://" + server.Listener.Addr().String(), Officers: officers,
		ClientID: hubClient, Audience: hubAudience, Clock: h.now,
		RedirectURIs: []string{base + "/login/" + name + "/callback"}, PostLogoutRedirectURIs: []string{base + "/login"},
	}
	p, err := devissuer.New(options)
	if err != nil {
		h.t.Fatal(err)
	}
	server.Config.Handler = p
	server.Start()
	h.t.Cleanup(server.Close)
	entry := devissuer.Trust(options, name, may)
	entry.HomeDomains = []string{name + ".invented.example"}
	h.entries = append(h.entries, entry)
	return p
}

// answer is what the hub's one page says.
type answer struct {
	Code      graph.Code
	Anonymous bool
	Officer   auth.Principal
}

func (h *hub) whoAsks(w http.ResponseWriter, r *http.Request) {
	p, err := h.login.Authenticate(r)
	a := answer{Code: graph.CodeOf(err), Anonymous: errors.Is(err, oidc.ErrNoCredential), Officer: p}
	_ = json.NewEncoder(w).Encode(a)
}

// browser is somebody's browser: it keeps cookies and follows redirects.
type browser struct {
	http.Client
	t *testing.T
	h *hub
}

func (h *hub) browser() *browser {
	jar, err := cookiejar.New(nil)
	if err != nil {
		h.t.Fatal(err)
	}
	b := &browser{t: h.t, h: h, Client: http.Client{Jar: jar, Transport: &http.Transport{DisableKeepAlives: true}}}
	return b
}

// still is the same browser without following redirects.
func (b *browser) still() *browser {
	c := *b
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &c
}

// page is an answer, read.
type page struct {
	*http.Response
	text string
}

func (b *browser) do(r *http.Request) page {
	b.t.Helper()
	resp, err := b.Do(r)
	if err != nil {
		b.t.Fatal(err)
	}
	text, err := io.ReadAll(resp.Body)
	if err := errors.Join(err, resp.Body.Close()); err != nil {
		b.t.Fatal(err)
	}
	return page{resp, string(text)}
}

func (b *browser) request(method, target string, form url.Values) *http.Request {
	b.t.Helper()
	r, err := http.NewRequestWithContext(b.t.Context(), method, target, strings.NewReader(form.Encode()))
	if err != nil {
		b.t.Fatal(err)
	}
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	return r
}

func (b *browser) get(target string) page { b.t.Helper(); return b.do(b.request("GET", target, nil)) }

var loginID = regexp.MustCompile(`name="id" value="([^"]+)"`)

// callback begins a login, signs in at the provider, and gives the address the
// provider sends the browser back to, without going there.
func (b *browser) callback(issuer, username, query string) string {
	b.t.Helper()
	begun := b.get(b.h.URL + "/login/" + issuer + query)
	id := loginID.FindStringSubmatch(begun.text)
	if id == nil {
		b.t.Fatalf("no login page at %s: %s", begun.Request.URL, begun.text)
	}
	form := url.Values{"id": {id[1]}, "username": {username}, "password": {devissuer.DefaultPassword}}
	sent := b.still().do(b.request("POST", "http://"+begun.Request.URL.Host+"/login", form))
	if sent.StatusCode != http.StatusSeeOther {
		b.t.Fatalf("the provider answered %d: %s", sent.StatusCode, sent.text)
	}
	return sent.Header.Get("Location")
}

// signIn is the whole login.
func (b *browser) signIn(issuer, username string) page {
	b.t.Helper()
	return b.get(b.callback(issuer, username, ""))
}

// who asks the hub's page.
func (b *browser) who() answer {
	b.t.Helper()
	var a answer
	if err := json.Unmarshal([]byte(b.get(b.h.URL+"/").text), &a); err != nil {
		b.t.Fatal(err)
	}
	return a
}

// cookie is the value of a cookie the browser holds for the hub.
func (b *browser) cookie(name string) string {
	u, err := url.Parse(b.h.URL)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, c := range b.Jar.Cookies(u) {
		if c.Name == name {
			return c.Value
		}
	}
	return ""
}

func (b *browser) setCookie(name, value string) {
	u, err := url.Parse(b.h.URL)
	if err != nil {
		b.t.Fatal(err)
	}
	b.Jar.SetCookies(u, []*http.Cookie{{Name: name, Value: value, Path: "/"}})
}

// failed fails unless the page is the plain message, and the log holds the
// reason.
func (h *hub) failed(p page, reason string) {
	h.t.Helper()
	if p.StatusCode != http.StatusBadRequest || !strings.Contains(p.text, "You could not be signed in.") {
		h.t.Fatalf("got %d: %s", p.StatusCode, p.text)
	}
	if strings.Contains(p.text, reason) {
		h.t.Errorf("the page tells the reason %q", reason)
	}
	if log := h.log.String(); !strings.Contains(log, reason) {
		h.t.Errorf("the log does not say %q:\n%s", reason, log)
	}
}

func (h *hub) replace(change func(entries []oidc.Issuer) []oidc.Issuer) {
	h.t.Helper()
	if err := h.registry.Replace(change(append([]oidc.Issuer(nil), h.entries...))...); err != nil {
		h.t.Fatal(err)
	}
}

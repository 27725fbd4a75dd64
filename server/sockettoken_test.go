package server_test

import (
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/oidc"
	"entente/auth/oidc/devissuer"
	"entente/graph"
	"entente/server"
)

// trusted serves the hub once more, to officers of a provider that the hub trusts,
// and gives the provider's URL.
func (w *team) trusted() (issuer string) {
	w.tb.Helper()
	free, err := net.Listen("tcp", "127.0.0.1:0") //nolint:noctx // ends at once
	must(w.tb, err)
	issuer = "http://" + free.Addr().String()
	must(w.tb, free.Close())
	options := devissuer.Options{
		Name: "Test provider", Country: "RO", URL: issuer, ClientID: "hub", Audience: "https://hub.test.example/api", Clock: w.now,
		RedirectURIs: []string{"http://127.0.0.1:1/login/test/callback"},
		Officers:     []devissuer.Officer{{Username: "tess", Subject: "1", Name: "Tess Example", Organisation: "north", Roles: []auth.Role{auth.Analyst}}},
	}
	provider, err := devissuer.New(options)
	must(w.tb, err)
	listener, err := devissuer.Listen(w.tb.Context(), issuer)
	must(w.tb, err)
	web := &http.Server{Handler: provider, ReadHeaderTimeout: time.Minute}
	w.tb.Cleanup(func() { _ = web.Close() })
	go func() { _ = web.Serve(listener) }()
	registry, err := oidc.NewRegistry(devissuer.Trust(options, "test", map[string]graph.ID{"north": w.ro}))
	must(w.tb, err)
	verifier := oidc.NewVerifier(registry, w.now)
	w.tb.Cleanup(verifier.Close)
	login, err := oidc.NewLogin(oidc.LoginOptions{
		Registry: registry, Verifier: verifier, Sessions: oidc.NewMemorySessions(w.now), Clock: w.now, BaseURL: "http://127.0.0.1:1",
	})
	must(w.tb, err)
	door := w.door(w.known, func(o *server.Options) { o.Callers = login })
	w.url = strings.TrimSuffix(door, "/graphql")
	return issuer
}

// A program opens its line with the access token of its first message. Without one, with
// one that is spoilt, of nobody's or over, it is not let in; and when the token is
// over, so is the line.
func TestATokenOpensALineAndItsEndClosesIt(t *testing.T) {
	w := newTeam(t)
	inner := w.url
	issuer := w.trusted()
	token, err := devissuer.Token(t.Context(), issuer, "tess", devissuer.DefaultPassword)
	must(t, err)
	parts := strings.Split(token, ".")
	spoilt := strings.Join([]string{parts[0], parts[1], strings.Repeat("A", len(parts[2]))}, ".")
	enter := func(payload map[string]any) (*socket, string) {
		s, err := w.dial(nil)
		must(t, err)
		s.say(asJSON(t, map[string]any{"type": "connection_init", "payload": payload}))
		return s, s.hear()
	}
	for name, payload := range map[string]map[string]any{
		"none": {}, "spoilt": {"Authorization": "Bearer " + spoilt}, "nonsense": {"Authorization": "Bearer x"}, "no scheme": {"Authorization": token},
		"elsewhere": {"token": token},
	} {
		if _, got := enter(payload); strings.Contains(got, "connection_ack") || strings.Contains(got, token) {
			t.Errorf("let in with %s: %s", name, got)
		}
	}
	line, got := enter(map[string]any{"Authorization": "Bearer " + token, "Entente-Purpose": "testing"})
	if !strings.Contains(got, "connection_ack") {
		t.Fatalf("not let in: %s", got)
	}
	idle, got := enter(map[string]any{"Authorization": "Bearer " + token})
	if !strings.Contains(got, "connection_ack") {
		t.Fatalf("not let in: %s", got)
	}
	subscribe := `{"id":"1","type":"subscribe","payload":` + asJSON(t, map[string]any{"query": watchChanges}) + `}`
	idle.say(subscribe)
	if got := idle.hear(); !strings.Contains(got, `"PURPOSE_REQUIRED"`) {
		t.Errorf("without a purpose: %s", got)
	}
	line.say(subscribe)
	if got := line.hear(); !strings.Contains(got, `"BEGUN"`) {
		t.Fatalf("first: %s", got)
	}
	outer := w.url
	w.url = inner
	w.person("ana", "Token Example", map[string]any{"audience": map[string]any{"scope": "EVERYONE"}})
	if got := line.hear(); !strings.Contains(got, "Token Example") {
		t.Errorf("told %s", got)
	}
	late := w.known["ana"]
	late.Expires = w.now().Add(24 * time.Hour)
	w.known["ana"] = late
	w.later.Add(2 * 60 * 60) // the token holds for an hour
	w.person("ana", "Later Example", map[string]any{"audience": map[string]any{"scope": "EVERYONE"}})
	if got := line.hear(); !strings.Contains(got, `"UNAUTHENTICATED"`) || strings.Contains(got, "Later Example") {
		t.Errorf("the token is over: %s", got)
	}
	if got := line.hear(); !strings.Contains(got, `"complete"`) {
		t.Errorf("and then %s", got)
	}
	w.url = outer
	if _, got := enter(map[string]any{"Authorization": "Bearer " + token}); strings.Contains(got, "connection_ack") {
		t.Errorf("let in with a token that is over: %s", got)
	}
}

package oidc_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"entente/auth/oidc"
	"entente/auth/oidc/devissuer"
	"entente/graph"
)

// Whoever brings a credential that does not hold gets one plain message; the log
// has the precise reason, and neither the credential nor a name.
func TestTheReasonOfARefusalIsLogged(t *testing.T) {
	h := newHub(t)
	h.options.RequestID = func(context.Context) string { return "REQUEST7" }
	login, err := oidc.NewLogin(h.options)
	if err != nil {
		t.Fatal(err)
	}
	token, err := devissuer.Token(t.Context(), h.uk.URL, "bob", devissuer.DefaultPassword)
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(token, ".")
	spoilt := strings.Join([]string{parts[0], parts[1], strings.Repeat("A", len(parts[2]))}, ".")
	b := h.browser()
	b.signIn("uk", "ada")
	session := b.cookie("entente")
	ask := func(header, value string) string {
		t.Helper()
		h.log.Reset()
		r := b.request(http.MethodGet, h.URL, nil)
		r.Header.Set(header, value)
		if _, err := login.Authenticate(r); graph.CodeOf(err) != graph.Unauthenticated {
			t.Errorf("%s is answered %v", header, err)
		}
		return h.log.String()
	}
	is := func(got, reason string) {
		t.Helper()
		if strings.Count(got, "\n") != 1 || !strings.Contains(got, `msg="credential refused"`) || !strings.Contains(got, reason) || !strings.Contains(got, "request=REQUEST7") {
			t.Errorf("logged %q, not %q", got, reason)
		}
		if strings.Contains(got, parts[1]) || strings.Contains(got, session) || strings.Contains(got, "Invented") {
			t.Errorf("the log has what it must not: %q", got)
		}
	}
	is(ask("Authorization", "Bearer "+spoilt), "signature")
	is(ask("Authorization", "Bearer x"), "not")
	is(ask("Cookie", "entente=x"), "session")
	h.forward(11 * time.Hour)
	is(ask("Authorization", "Bearer "+token), "expired")
	is(ask("Cookie", "entente="+session), "session has ended")
	h.log.Reset()
	if _, err := login.Authenticate(b.request(http.MethodGet, h.URL, nil)); err == nil || h.log.String() != "" {
		t.Errorf("who has none was not refused: %q", h.log.String())
	}
	for range 300 {
		ask("Authorization", "Bearer x")
	}
	h.forward(time.Minute)
	if got := ask("Authorization", "Bearer x"); !strings.Contains(got, "unsaid=") {
		t.Errorf("after a flood: %q", got)
	}
}

// Who could not be signed in is told a number to quote, and the log has it.
func TestAFailedLoginHasANumber(t *testing.T) {
	h := newHub(t)
	h.options.RequestID = func(context.Context) string { return "REQUEST7" }
	login, err := oidc.NewLogin(h.options)
	if err != nil {
		t.Fatal(err)
	}
	h.Config.Handler = login.Handler()
	got := h.browser().get(h.URL + "/login/nobody")
	if got.StatusCode != http.StatusBadRequest || !strings.Contains(got.text, "REQUEST7") || !strings.Contains(h.log.String(), "request=REQUEST7") {
		t.Errorf("%d %s\n%s", got.StatusCode, got.text, h.log.String())
	}
}

package oidc_test

import (
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/oidc"
	"entente/graph"
)

const refreshEvery = 10 * time.Minute

// refreshing is a hub with an officer signed in at an issuer that is asked every
// ten minutes whether the session holds.
func refreshing(t *testing.T) (*hub, *flowIssuer, *browser) {
	t.Helper()
	h := newHub(t)
	f := newFlowIssuer(t, h, func(i *oidc.Issuer) { i.RefreshEvery = refreshEvery })
	f.renews = func(c members) members { return c }
	b := h.browser()
	b.get(h.URL + "/login/door")
	if got := b.who(); got.Code != "" {
		t.Fatalf("nobody is signed in\n%s", h.log)
	}
	return h, f, b
}

// The cases of the suite's plan for refresh tokens: a refreshed ID token is of the
// same issuer, officer and client, or the session ends.
func TestRelyingPartyRefreshes(t *testing.T) {
	for name, tc := range map[string]struct {
		right bool
		says  func(members) members
	}{
		"oidcc-client-test-refresh-token": {true, func(c members) members { return c }},
		"oidcc-client-test-refresh-token-invalid-issuer": {false, func(c members) members {
			return c.with("iss", "https://other.example")
		}},
		"oidcc-client-test-refresh-token-invalid-sub": {false, func(c members) members { return c.with("sub", "officer-8") }},
		"oidcc-client-test-refresh-token-invalid-aud": {false, func(c members) members { return c.with("aud", "another") }},
	} {
		t.Run(name, func(t *testing.T) { refreshedAs(t, tc.right, tc.says) })
	}
}

func refreshedAs(t *testing.T, right bool, says func(members) members) {
	t.Helper()
	h, f, b := refreshing(t)
	f.renews = says
	h.forward(refreshEvery)
	if signedIn := b.who().Code == ""; signedIn != right {
		t.Errorf("signed in: %t\n%s", signedIn, h.log)
	}
	if got := f.refreshes(); len(got) != 1 || got[0] != "refresh-1" {
		t.Errorf("the provider was asked by %q", got)
	}
}

// What the suite does not have.
func TestRefreshedIDTokens(t *testing.T) {
	for name, tc := range map[string]struct {
		right bool
		says  func(members) members
	}{
		"no ID token":                {true, func(members) members { return nil }},
		"nonce of another login":     {false, func(c members) members { return c.with("nonce", "another") }},
		"another organisation":       {false, func(c members) members { return c.with("org", "southmet") }},
		"one it may not vouch for":   {false, func(c members) members { return c.with("org", "carpati") }},
		"at_hash of another token":   {false, func(c members) members { return c.with("at_hash", "x") }},
		"expired":                    {false, func(c members) members { return c.with("iat", 1).with("exp", 2) }},
		"a logout token for a token": {false, func(c members) members { return c.with("events", members{}) }},
	} {
		t.Run(name, func(t *testing.T) { refreshedAs(t, tc.right, tc.says) })
	}
}

// Each answer's refresh token is the next one, and is never seen in the log.
func TestRefreshTokensRotate(t *testing.T) {
	h, f, b := refreshing(t)
	for range 3 {
		b.who()
		h.forward(refreshEvery)
		if got := b.who(); got.Code != "" {
			t.Fatalf("signed out\n%s", h.log)
		}
	}
	if got := strings.Join(f.refreshes(), " "); got != "refresh-1 refresh-2 refresh-3" {
		t.Errorf("the provider was asked by %s", got)
	}
	if strings.Contains(h.log.String(), "refresh-") {
		t.Errorf("the log holds a refresh token:\n%s", h.log)
	}
}

// Requests that come at once ask once, and none of them is refused for it.
func TestSessionsAreConfirmedOnceAtATime(t *testing.T) {
	for name, wait := range map[string]time.Duration{"due": refreshEvery, "overdue": 2 * refreshEvery} {
		t.Run(name, func(t *testing.T) {
			h, f, b := refreshing(t)
			h.forward(wait)
			var refused atomic.Int64
			var group sync.WaitGroup
			for range 8 {
				group.Go(func() {
					r := b.request("GET", h.URL, nil)
					r.AddCookie(&http.Cookie{Name: "entente", Value: b.cookie("entente")})
					if _, err := h.login.Authenticate(r); err != nil {
						refused.Add(1)
					}
				})
			}
			group.Wait()
			if asked := f.refreshes(); len(asked) != 1 || refused.Load() != 0 {
				t.Errorf("asked by %q; %d refused\n%s", asked, refused.Load(), h.log)
			}
		})
	}
}

// The provider's no ends the session; its silence does only when it lasts.
func TestAProviderThatDoesNotConfirm(t *testing.T) {
	h, f, b := refreshing(t)
	trouble := http.StatusServiceUnavailable
	f.renewed = func(w http.ResponseWriter) bool { w.WriteHeader(trouble); return true }
	h.forward(refreshEvery)
	if got := b.who(); got.Code != "" {
		t.Fatalf("signed out though the provider is only in trouble\n%s", h.log)
	}
	h.forward(refreshEvery - time.Second)
	if got := b.who(); got.Code != "" {
		t.Fatalf("signed out before its time\n%s", h.log)
	}
	h.forward(time.Minute)
	if got := b.who(); got.Code != graph.Unauthenticated {
		t.Error("the session outlives a provider that says nothing")
	}

	h, f, b = refreshing(t)
	f.renewed = func(w http.ResponseWriter) bool { w.WriteHeader(http.StatusBadRequest); return true }
	h.forward(refreshEvery)
	if got := b.who(); got.Code != graph.Unauthenticated {
		t.Error("the session outlives the provider's no")
	}
	if asked := len(f.refreshes()); asked != 1 || b.who().Code != graph.Unauthenticated || len(f.refreshes()) != 1 {
		t.Errorf("a session that is over is asked about: %d", asked)
	}
}

// What an officer may is what the refreshed token says; how they proved who they
// are stays what it was at the login.
func TestARefreshNarrowsTheOfficer(t *testing.T) {
	h, f, b := refreshing(t)
	before := b.who().Officer
	if !before.Is(auth.Analyst) {
		t.Fatalf("%+v", before)
	}
	f.renews = func(c members) members {
		return c.with("roles", []string{}).with("acr", "gold").with("auth_time", h.now().Unix())
	}
	h.forward(refreshEvery)
	after := b.who().Officer
	if len(after.Roles) != 0 || after.ACR != before.ACR || !after.AuthTime.Equal(before.AuthTime) || after.Session != before.Session {
		t.Errorf("before %+v, after %+v", before, after)
	}
}

// An issuer that gives none cannot confirm; one that is not asked is not trusted
// with a token that nobody needs.
func TestRefreshTokensAreKeptWhereTheyServe(t *testing.T) {
	h := newHub(t)
	f := newFlowIssuer(t, h, func(i *oidc.Issuer) { i.RefreshEvery = refreshEvery })
	f.tokens = func(url.Values) members { return members{"refresh_token": ""} }
	b := h.browser()
	b.get(h.URL + "/login/door")
	h.forward(refreshEvery - time.Second)
	if got := b.who(); got.Code != "" {
		t.Fatalf("signed out\n%s", h.log)
	}
	h.forward(time.Second)
	if got := b.who(); got.Code != graph.Unauthenticated {
		t.Error("a session that cannot be confirmed goes on")
	}

	h = newHub(t)
	newFlowIssuer(t, h, nil)
	b = h.browser()
	b.get(h.URL + "/login/door")
	kept, err := h.sessions.Marked(t.Context(), oidc.SessionMark{Officer: b.who().Officer.Officer})
	if err != nil || len(kept) != 1 || kept[0].Refresh != "" {
		t.Errorf("kept %+v, %v", kept, err)
	}
}

package oidc_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/oidc"
	"entente/graph"
)

var _ oidc.SessionStore = (*oidc.MemorySessions)(nil)

// TestSessionFixation plants a session id before the login; it is worth nothing
// after, and so is the id of the session before.
func TestSessionFixation(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	b.setCookie("entente", "planted")
	b.signIn("uk", "ada")
	first := b.cookie("entente")
	if first == "planted" || len(first) != 43 {
		t.Fatalf("the session id is %q", first)
	}
	b.signIn("uk", "bob")
	if b.cookie("entente") == first {
		t.Error("the second login kept the id of the first")
	}
	for _, id := range []string{"planted", first} {
		thief := h.browser()
		thief.setCookie("entente", id)
		if got := thief.who(); got.Code != graph.Unauthenticated {
			t.Errorf("%q opens the session of %s", id, got.Officer.Name)
		}
	}
}

func TestSuspendedIssuerEndsItsSessionsAndItsLogin(t *testing.T) {
	h := newHub(t)
	ada, ion, late := h.browser(), h.browser(), h.browser()
	ada.signIn("uk", "ada")
	ion.signIn("ro", "ion")
	underWay := late.callback("uk", "bob", "")
	h.replace(func(entries []oidc.Issuer) []oidc.Issuer {
		entries[0].State = oidc.Suspended
		return entries
	})
	if got := ada.who(); got.Code != graph.Unauthenticated {
		t.Errorf("ada is still %+v", got.Officer)
	}
	if got := ion.who(); got.Code != "" {
		t.Errorf("ion is refused: %s", got.Code)
	}
	h.failed(late.get(underWay), "issuer uk is suspended")
	if text := late.get(h.URL + "/login").text; strings.Contains(text, "Provider uk") || !strings.Contains(text, "Provider ro") {
		t.Errorf("agencies to choose: %s", text)
	}
}

// TestSessionFollowsTheRegistry takes grants away from people signed in.
func TestSessionFollowsTheRegistry(t *testing.T) {
	h := newHub(t)
	ada, bob, ion := h.browser(), h.browser(), h.browser()
	ada.signIn("uk", "ada")
	bob.signIn("uk", "bob")
	ion.signIn("ro", "ion")
	h.replace(func(entries []oidc.Issuer) []oidc.Issuer {
		entries[0].Organisations.Values = map[string]graph.ID{"northmet": northmet}
		entries[0].Clearances.Values = nil
		return entries[:1]
	})
	got := ada.who().Officer
	if len(got.Clearances) != 0 || len(got.Roles) != 1 || got.Organisation != northmet {
		t.Errorf("ada is %+v", got)
	}
	if got := bob.who(); got.Code != graph.Unauthenticated {
		t.Errorf("bob's organisation is gone, and he is %+v", got.Officer)
	}
	if got := ion.who(); got.Code != graph.Unauthenticated {
		t.Errorf("ion's issuer is gone, and he is %+v", got.Officer)
	}
}

func TestSomebodyElsesSiteCannotSignAnybodyOut(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	b.signIn("uk", "ada")
	r := b.request("POST", h.URL+"/logout", url.Values{})
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	if got := b.do(r); got.StatusCode != http.StatusForbidden {
		t.Errorf("answered %d", got.StatusCode)
	}
	if got := b.who(); got.Code != "" {
		t.Errorf("ada is signed out: %s", got.Code)
	}
}

func TestLogout(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	b.signIn("uk", "ada")
	id := b.cookie("entente")
	r := b.request("POST", h.URL+"/logout", url.Values{})
	r.Header.Set("Accept", "application/json")
	out := b.do(r)
	next := strings.TrimSuffix(strings.TrimPrefix(strings.ReplaceAll(out.text, `\u0026`, "&"), `{"continue":"`), "\"}\n")
	if !strings.HasPrefix(next, h.uk.URL+"/end_session?") || !strings.Contains(next, "id_token_hint=ey") {
		t.Fatalf("logout leads to %q", next)
	}
	if b.cookie("entente") != "" {
		t.Error("the cookie is still there")
	}
	b.setCookie("entente", id)
	if got := b.who(); got.Code != graph.Unauthenticated {
		t.Errorf("the session outlived the logout: %+v", got.Officer)
	}
	if back := b.get(next); back.Request.URL.String() != h.URL+"/login" || back.StatusCode != http.StatusOK {
		t.Errorf("the provider led to %s (%d)", back.Request.URL, back.StatusCode)
	}
}

func TestLogoutPageAndLogoutOfNobody(t *testing.T) {
	h := newHub(t)
	b := h.browser()
	b.signIn("uk", "ada")
	out := b.do(b.request("POST", h.URL+"/logout", url.Values{}))
	if out.StatusCode != http.StatusOK || !strings.HasPrefix(out.Header.Get("Refresh"), "0; url="+h.uk.URL+"/end_session?") ||
		!strings.Contains(out.text, "You are signed out of Entente.") {
		t.Errorf("%d, Refresh %q: %s", out.StatusCode, out.Header.Get("Refresh"), out.text)
	}
	again := b.do(b.request("POST", h.URL+"/logout", url.Values{}))
	if again.StatusCode != http.StatusOK || again.Header.Get("Refresh") != "0; url="+h.URL+"/login" {
		t.Errorf("%d, Refresh %q", again.StatusCode, again.Header.Get("Refresh"))
	}
}

func TestSessionLimits(t *testing.T) {
	h := newHub(t)
	idle, busy := h.browser(), h.browser()
	idle.signIn("uk", "ada")
	busy.signIn("uk", "bob")
	h.forward(oidc.DefaultIdle - time.Minute)
	if got := busy.who().Officer; !got.Expires.Equal(h.now().Add(oidc.DefaultIdle)) {
		t.Errorf("a busy session ends at %s", got.Expires)
	}
	h.forward(time.Minute)
	if got := idle.who(); got.Code != graph.Unauthenticated {
		t.Error("an idle session holds")
	}
	for h.now().Before(start.Add(oidc.DefaultAbsolute - 20*time.Minute)) {
		h.forward(20 * time.Minute)
		busy.who()
	}
	if got := busy.who(); got.Code != "" || !got.Officer.Expires.Equal(start.Add(oidc.DefaultAbsolute)) {
		t.Errorf("near its end the session says %+v", got)
	}
	h.forward(20 * time.Minute)
	if got := busy.who(); got.Code != graph.Unauthenticated {
		t.Error("a session outlived its absolute limit")
	}
}

func TestMemorySessions(t *testing.T) {
	clock := newHands()
	m := oidc.NewMemorySessions(clock.now)
	ctx := t.Context()
	one, two := oidc.SessionKey{1}, oidc.SessionKey{2}
	if err := m.Create(ctx, one, oidc.Session{Ends: start.Add(time.Hour)}); err != nil {
		t.Fatal(err)
	}
	if err := m.Delete(ctx, two); err != nil {
		t.Errorf("deleting nothing: %v", err)
	}
	for _, err := range []error{m.Change(ctx, two, func(*oidc.Session) {}), second(m.Find(ctx, two))} {
		if !errors.Is(err, oidc.ErrNoSession) {
			t.Errorf("got %v, want ErrNoSession", err)
		}
	}
	clock.forward(time.Hour)
	if err := m.Create(ctx, two, oidc.Session{Ends: start.Add(2 * time.Hour)}); err != nil {
		t.Fatal(err)
	}
	if err := second(m.Find(ctx, one)); !errors.Is(err, oidc.ErrNoSession) {
		t.Errorf("an ended session is kept: %v", err)
	}
}

func second(_ oidc.Session, err error) error { return err }

// brokenSessions is a store that is down.
type brokenSessions struct{ *oidc.MemorySessions }

var errDown = errors.New("the store is down")

func (brokenSessions) Find(context.Context, oidc.SessionKey) (oidc.Session, error) {
	return oidc.Session{}, errDown
}

func (brokenSessions) Spend(context.Context, string, time.Time) (bool, error) { return false, errDown }

func TestStoreThatIsDownIsNoRefusal(t *testing.T) {
	h := newHub(t)
	options := h.options
	options.Sessions = brokenSessions{h.sessions}
	login, err := oidc.NewLogin(options)
	if err != nil {
		t.Fatal(err)
	}
	r := h.browser().request("GET", h.URL, nil)
	r.AddCookie(&http.Cookie{Name: "entente", Value: "x"})
	if _, err := login.Authenticate(r); !errors.Is(err, errDown) || graph.CodeOf(err) != graph.Internal {
		t.Errorf("got %v", err)
	}
}

// TestLogoutWhereNoProviderCanBeAsked ends the session here all the same.
func TestLogoutWhereNoProviderCanBeAsked(t *testing.T) {
	h := newHub(t)
	plain, down, gone := newFakeIssuer(t), newFakeIssuer(t), newFakeIssuer(t)
	down.Close()
	for name, f := range map[string]*fakeIssuer{"without-the-endpoint": plain, "down": down, "no-longer-trusted": gone} {
		t.Run(name, func(t *testing.T) {
			if f != gone {
				h.replace(func(entries []oidc.Issuer) []oidc.Issuer {
					entry := f.entry()
					entry.Name = "fake"
					entry.Country, entry.Organisations.Values = "FR", map[string]graph.ID{"x": organisation(9)}
					return append(entries, entry)
				})
			}
			key := oidc.SessionKey(sha256.Sum256([]byte(name)))
			session := oidc.Session{Officer: auth.Principal{Issuer: f.URL}, Seen: start, Ends: start.Add(time.Hour)}
			if err := h.sessions.Create(t.Context(), key, session); err != nil {
				t.Fatal(err)
			}
			b := h.browser()
			b.setCookie("entente", name)
			out := b.do(b.request("POST", h.URL+"/logout", url.Values{}))
			if out.StatusCode != http.StatusOK || out.Header.Get("Refresh") != "0; url="+h.URL+"/login" {
				t.Errorf("%d, Refresh %q", out.StatusCode, out.Header.Get("Refresh"))
			}
			if err := second(h.sessions.Find(t.Context(), key)); !errors.Is(err, oidc.ErrNoSession) {
				t.Errorf("the session outlived the logout: %v", err)
			}
		})
	}
}

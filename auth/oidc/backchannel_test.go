package oidc_test

import (
	"bytes"
	"crypto/sha256"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"entente/auth"
	"entente/auth/oidc"
	"entente/graph"
)

// leaver is a hub of one issuer that signs what the test says, with sessions
// put there by hand.
type leaver struct {
	*fakeIssuer
	*hands
	t        *testing.T
	login    *oidc.Login
	registry *oidc.Registry
	sessions *oidc.MemorySessions
	log      *syncBuffer
}

func newLeaver(t *testing.T) *leaver {
	t.Helper()
	l := &leaver{fakeIssuer: newFakeIssuer(t), hands: newHands(), t: t, log: &syncBuffer{}}
	l.sessions = oidc.NewMemorySessions(l.now)
	registry := newRegistry(t, l.entry())
	l.registry = registry
	login, err := oidc.NewLogin(oidc.LoginOptions{
		Registry: registry, Verifier: newVerifier(t, registry, l.now), Sessions: l.sessions, Clock: l.now,
		BaseURL: "http://127.0.0.1:1", CookieKey: bytes.Repeat([]byte{7}, 32), Log: slog.New(slog.NewTextHandler(l.log, nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	l.login = login
	return l
}

// signedIn puts a session into the store and gives a request of its browser.
func (l *leaver) signedIn(id, subject, sid string) *http.Request {
	l.t.Helper()
	key := oidc.SessionKey(sha256.Sum256([]byte(id)))
	officer := auth.Principal{
		Officer: auth.OfficerID(l.URL, subject), Issuer: l.URL, Subject: subject, Organisation: northmet, Session: key.String(),
	}
	s := oidc.Session{Officer: officer, Login: sid, Began: l.now(), Seen: l.now(), Ends: l.now().Add(time.Hour)}
	if err := l.sessions.Create(l.t.Context(), key, s); err != nil {
		l.t.Fatal(err)
	}
	r := httptest.NewRequestWithContext(l.t.Context(), http.MethodGet, "/", nil)
	r.AddCookie(&http.Cookie{Name: "entente", Value: id})
	return r
}

func (l *leaver) holds(r *http.Request) bool {
	l.t.Helper()
	_, err := l.login.Authenticate(r)
	if err != nil && graph.CodeOf(err) != graph.Unauthenticated {
		l.t.Fatal(err)
	}
	return err == nil
}

func (l *leaver) logoutClaims() members {
	return members{
		"iss": l.URL, "aud": hubClient, "iat": l.now().Unix(), "exp": l.now().Add(2 * time.Minute).Unix(), "jti": "once",
		"events": members{"http://schemas.openid.net/event/backchannel-logout": members{}}, "sub": "officer-7", "sid": "desk",
	}
}

func (l *leaver) send(token string) int {
	l.t.Helper()
	return l.sendForm("uk", url.Values{"logout_token": {token}}.Encode(), "application/x-www-form-urlencoded")
}

func (l *leaver) sendForm(issuer, body, kind string) int {
	l.t.Helper()
	r := httptest.NewRequestWithContext(l.t.Context(), http.MethodPost, "/login/"+issuer+"/logout", strings.NewReader(body))
	r.Header.Set("Content-Type", kind)
	w := httptest.NewRecorder()
	l.login.Handler().ServeHTTP(w, r)
	if w.Code == http.StatusBadRequest && w.Body.String() != `{"error":"invalid_request"}`+"\n" {
		l.t.Errorf("the refusal says %q", w.Body)
	}
	if w.Header().Get("Cache-Control") != "no-store" {
		l.t.Errorf("Cache-Control is %q", w.Header().Get("Cache-Control"))
	}
	return w.Code
}

func TestALogoutTokenEndsThatLoginAlone(t *testing.T) {
	l := newLeaver(t)
	desk, field, other := l.signedIn("1", "officer-7", "desk"), l.signedIn("2", "officer-7", "field"), l.signedIn("3", "officer-8", "desk-2")
	if got := l.send(l.token(t, l.idHeader().with("typ", "logout+jwt"), l.logoutClaims())); got != http.StatusOK {
		t.Fatalf("answered %d: %s", got, l.log)
	}
	if l.holds(desk) || !l.holds(field) || !l.holds(other) {
		t.Errorf("desk %v, field %v, other %v", l.holds(desk), l.holds(field), l.holds(other))
	}
}

func TestALogoutTokenWithoutALoginEndsAllOfTheOfficer(t *testing.T) {
	l := newLeaver(t)
	desk, field, other := l.signedIn("1", "officer-7", "desk"), l.signedIn("2", "officer-7", ""), l.signedIn("3", "officer-8", "desk-2")
	if got := l.send(l.token(t, l.idHeader(), l.logoutClaims().without("sid"))); got != http.StatusOK {
		t.Fatalf("answered %d: %s", got, l.log)
	}
	if l.holds(desk) || l.holds(field) || !l.holds(other) {
		t.Errorf("desk %v, field %v, other %v", l.holds(desk), l.holds(field), l.holds(other))
	}
}

// The login of another officer is not ended, whatever name it has.
func TestALogoutTokenNamesOfficerAndLogin(t *testing.T) {
	l := newLeaver(t)
	other := l.signedIn("3", "officer-8", "desk")
	if got := l.send(l.token(t, l.idHeader(), l.logoutClaims())); got != http.StatusOK || !l.holds(other) {
		t.Errorf("answered %d, and the other officer's session holds: %v", got, l.holds(other))
	}
	if got := l.send(l.token(t, l.idHeader(), l.logoutClaims().without("sub").with("jti", "second"))); got != http.StatusOK || l.holds(other) {
		t.Errorf("answered %d, and the session of the login alone holds: %v", got, l.holds(other))
	}
}

// oidcc-client back-channel logout: each fault is refused and ends nothing.
func TestFaultyLogoutTokens(t *testing.T) {
	event := "http://schemas.openid.net/event/backchannel-logout"
	for name, fault := range map[string]func(members) members{
		"wrong issuer":           func(m members) members { return m.with("iss", "https://other.example") },
		"no issuer":              func(m members) members { return m.without("iss") },
		"wrong audience":         func(m members) members { return m.with("aud", "another") },
		"the API's audience":     func(m members) members { return m.with("aud", hubAudience) },
		"no audience":            func(m members) members { return m.without("aud") },
		"two audiences":          func(m members) members { return m.with("aud", []string{hubClient, "another"}) },
		"no iat":                 func(m members) members { return m.without("iat") },
		"iat in the future":      func(m members) members { return m.with("iat", start.Add(time.Hour).Unix()) },
		"iat long ago":           func(m members) members { return m.with("iat", start.Add(-time.Hour).Unix()) },
		"no exp":                 func(m members) members { return m.without("exp") },
		"expired":                func(m members) members { return m.with("exp", start.Add(-time.Second).Unix()) },
		"exp far off":            func(m members) members { return m.with("exp", start.Add(time.Hour).Unix()) },
		"no jti":                 func(m members) members { return m.without("jti") },
		"empty jti":              func(m members) members { return m.with("jti", "") },
		"jti is a number":        func(m members) members { return m.with("jti", 1) },
		"jti too long":           func(m members) members { return m.with("jti", strings.Repeat("j", 256)) },
		"no events":              func(m members) members { return m.without("events") },
		"wrong event":            func(m members) members { return m.with("events", members{"https://other.example": members{}}) },
		"event is no object":     func(m members) members { return m.with("events", members{event: true}) },
		"events is a list":       func(m members) members { return m.with("events", []string{event}) },
		"nonce":                  func(m members) members { return m.with("nonce", testNonce) },
		"neither sub nor sid":    func(m members) members { return m.without("sub").without("sid") },
		"empty sub":              func(m members) members { return m.with("sub", "") },
		"sid is a list":          func(m members) members { return m.with("sid", []string{"desk"}) },
		"an ID token in its way": func(m members) members { return m.with("nonce", testNonce).without("events") },
	} {
		t.Run(name, func(t *testing.T) {
			l := newLeaver(t)
			desk := l.signedIn("1", "officer-7", "desk")
			if got := l.send(l.token(t, l.idHeader(), fault(l.logoutClaims()))); got != http.StatusBadRequest || !l.holds(desk) {
				t.Errorf("answered %d, and the session holds: %v", got, l.holds(desk))
			}
		})
	}
}

func TestLogoutTokensByAnotherKeyOrType(t *testing.T) {
	l := newLeaver(t)
	desk, stranger := l.signedIn("1", "officer-7", "desk"), newSigner(t, "first")
	for name, token := range map[string]string{
		"another key":  stranger.token(t, l.idHeader(), l.logoutClaims()),
		"access token": l.token(t, l.accessHeader(), l.logoutClaims()),
		"none":         l.token(t, l.idHeader().with("alg", "none"), l.logoutClaims()),
		"HS256":        l.token(t, l.idHeader().with("alg", "HS256"), l.logoutClaims()),
	} {
		if got := l.send(token); got != http.StatusBadRequest || !l.holds(desk) {
			t.Errorf("%s: answered %d, and the session holds: %v", name, got, l.holds(desk))
		}
	}
}

func TestALogoutTokenIsUsedOnce(t *testing.T) {
	l := newLeaver(t)
	token := l.token(t, l.idHeader(), l.logoutClaims())
	if got := l.send(token); got != http.StatusOK {
		t.Fatalf("answered %d: %s", got, l.log)
	}
	again := l.signedIn("1", "officer-7", "desk")
	if got := l.send(token); got != http.StatusBadRequest || !l.holds(again) {
		t.Errorf("answered %d, and the session of the next login holds: %v", got, l.holds(again))
	}
	if !strings.Contains(l.log.String(), "used before") {
		t.Errorf("the log says %s", l.log)
	}
}

func TestWhereLogoutTokensAreTaken(t *testing.T) {
	l := newLeaver(t)
	desk := l.signedIn("1", "officer-7", "desk")
	token := url.Values{"logout_token": {l.token(t, l.idHeader(), l.logoutClaims())}}.Encode()
	const form = "application/x-www-form-urlencoded"
	for name, got := range map[string]int{
		"another issuer's address": l.sendForm("ro", token, form),
		"not a form":               l.sendForm("uk", token, "text/plain"),
		"nothing":                  l.sendForm("uk", "", form),
		"twice":                    l.sendForm("uk", token+"&"+token, form),
	} {
		if got != http.StatusBadRequest || !l.holds(desk) {
			t.Errorf("%s: answered %d, and the session holds: %v", name, got, l.holds(desk))
		}
	}
}

func TestOfficersListAndEndTheirOwnSessions(t *testing.T) {
	l := newLeaver(t)
	desk := l.signedIn("1", "officer-7", "desk")
	l.forward(time.Minute)
	field, other := l.signedIn("2", "officer-7", ""), l.signedIn("3", "officer-8", "")
	me, err := l.login.Authenticate(desk)
	if err != nil {
		t.Fatal(err)
	}
	list, err := l.login.BrowserSessions(t.Context(), me)
	if err != nil || len(list) != 2 || list[0].Current || !list[1].Current || list[1].Session != me.Session {
		t.Fatalf("%+v, %v", list, err)
	}
	if err := l.login.EndBrowserSession(t.Context(), me, list[0].Session); err != nil || l.holds(field) || !l.holds(desk) {
		t.Errorf("%v; field holds: %v, desk holds: %v", err, l.holds(field), l.holds(desk))
	}
	theirs, err := l.login.Authenticate(other)
	if err != nil {
		t.Fatal(err)
	}
	for _, session := range []string{theirs.Session, list[0].Session, strings.Repeat("0", 64), "", "x"} {
		if err := l.login.EndBrowserSession(t.Context(), me, session); graph.CodeOf(err) != graph.NotFound {
			t.Errorf("%q: %v", session, err)
		}
	}
	if !l.holds(other) {
		t.Error("somebody ended another officer's session")
	}
	l.forward(2 * time.Hour)
	if list, err := l.login.BrowserSessions(t.Context(), me); err != nil || len(list) != 0 {
		t.Errorf("after their time: %+v, %v", list, err)
	}
}

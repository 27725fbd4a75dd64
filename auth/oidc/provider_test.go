package oidc_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"entente/auth/oidc"
)

func accept(t *testing.T, v *oidc.Verifier, token string) {
	t.Helper()
	if _, err := v.Principal(t.Context(), token); err != nil {
		t.Fatal(err, errors.Unwrap(err))
	}
}

// TestKeyFetchesAreLimited sends unknown keys as fast as anybody can: the
// issuer is asked twice a minute, and its officers are not kept out.
func TestKeyFetchesAreLimited(t *testing.T) {
	f, clock := newFakeIssuer(t), newHands()
	v := newVerifier(t, newRegistry(t, f.entry()), clock.now)
	good := f.token(t, f.accessHeader(), f.accessClaims())
	accept(t, v, good)
	for range 50 {
		stranger := newSigner(t, "stranger")
		_, err := v.Principal(t.Context(), stranger.token(t, f.accessHeader().with("kid", "stranger"), f.accessClaims()))
		refused(t, err, "by no key")
	}
	if got := f.rounds.Load(); got != 2 {
		t.Errorf("the issuer was asked %d times within a minute, want 2", got)
	}
	accept(t, v, good)
}

func TestBadSignatureUnderAKnownKeyCostsNoFetch(t *testing.T) {
	f := newFakeIssuer(t)
	v := newVerifier(t, newRegistry(t, f.entry()), newHands().now)
	accept(t, v, f.token(t, f.accessHeader(), f.accessClaims()))
	stranger := newSigner(t, f.id)
	_, err := v.Principal(t.Context(), stranger.token(t, f.accessHeader(), f.accessClaims()))
	refused(t, err, "by no key")
	if got := f.rounds.Load(); got != 1 {
		t.Errorf("the issuer was asked %d times, want 1", got)
	}
}

func TestFaultyTokensCostNoFetch(t *testing.T) {
	f := newFakeIssuer(t)
	v := newVerifier(t, newRegistry(t, f.entry()), newHands().now)
	_, err := v.Principal(t.Context(), f.token(t, f.accessHeader(), f.accessClaims().without("exp")))
	refused(t, err, "exp is missing")
	if got := f.rounds.Load(); got != 0 {
		t.Errorf("the issuer was asked %d times, want 0", got)
	}
}

func TestKeyRotation(t *testing.T) {
	f, clock := newFakeIssuer(t), newHands()
	v := newVerifier(t, newRegistry(t, f.entry()), clock.now)
	accept(t, v, f.token(t, f.accessHeader(), f.accessClaims()))
	second := newSigner(t, "second")
	f.publish(second)
	accept(t, v, second.token(t, f.accessHeader().with("kid", "second"), f.accessClaims()))
	_, err := v.Principal(t.Context(), f.token(t, f.accessHeader(), f.accessClaims()))
	refused(t, err, "by no key")
}

// TestLastGoodKeysServeWhileTheIssuerIsDown also when they are stale.
func TestLastGoodKeysServeWhileTheIssuerIsDown(t *testing.T) {
	f, clock := newFakeIssuer(t), newHands()
	v := newVerifier(t, newRegistry(t, f.entry()), clock.now)
	accept(t, v, f.token(t, f.accessHeader(), f.accessClaims()))
	f.Close()
	clock.forward(30 * time.Minute)
	claims := f.accessClaims().with("iat", clock.now().Unix()).with("exp", clock.now().Add(time.Hour).Unix())
	for range 3 {
		accept(t, v, f.token(t, f.accessHeader(), claims))
	}
}

// TestHostileKeySets shows that each is refused, and that the issuer is heard
// again once it behaves.
func TestHostileKeySets(t *testing.T) {
	elsewhere := newFakeIssuer(t)
	cases := []struct {
		name            string
		discovery, keys http.HandlerFunc
		reason          string
	}{
		{"huge key set", nil, say(strings.Repeat(" ", 300<<10)), "too large"},
		{"huge discovery document", say(strings.Repeat(" ", 300<<10)), nil, "discovery failed"},
		{"key set is garbage", nil, say("<html>"), "not JSON"},
		{"discovery is garbage", say("<html>"), nil, "discovery failed"},
		{"no keys", nil, say(`{"keys":[]}`), "no usable key"},
		{"symmetric key", nil, say(`{"keys":[{"kty":"oct","k":"c2VjcmV0","kid":"first"}]}`), "no usable key"},
		{"too many keys", nil, say(`{"keys":[` + strings.Repeat(`{},`, 64) + `{}]}`), "more than 64"},
		{"keys redirect to another host", nil, http.RedirectHandler(elsewhere.URL+"/keys", http.StatusFound).ServeHTTP, "another host"},
		{"keys redirect for ever", nil, http.RedirectHandler("/keys", http.StatusFound).ServeHTTP, "too many redirects"},
		{"discovery names another issuer", elsewhere.honestDiscovery, nil, "discovery failed"},
		{"server error", nil, http.NotFound, "status 404"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			f, clock := newFakeIssuer(t), newHands()
			v := newVerifier(t, newRegistry(t, f.entry()), clock.now)
			token := f.token(t, f.accessHeader(), f.accessClaims())
			f.answer(tc.discovery, tc.keys)
			_, err := v.Principal(t.Context(), token)
			refused(t, err, tc.reason)
			f.answer(nil, nil)
			accept(t, v, token)
		})
	}
}

func TestDiscoveryMayNotLeadOffLoopbackOrToPlainHTTP(t *testing.T) {
	for name, target := range map[string]string{
		"plain http":       "http://keys.example/keys",
		"not a URL":        "keys",
		"off the loopback": "https://192.0.2.1/keys",
	} {
		t.Run(name, func(t *testing.T) {
			f := newFakeIssuer(t)
			v := newVerifier(t, newRegistry(t, f.entry()), newHands().now)
			f.answer(say(members{"issuer": f.URL, "authorization_endpoint": f.URL, "token_endpoint": f.URL, "jwks_uri": target}.text(t)), nil)
			_, err := v.Principal(t.Context(), f.token(t, f.accessHeader(), f.accessClaims()))
			if name == "off the loopback" {
				refused(t, err, "led off loopback")
				return
			}
			refused(t, err, "discovery names an endpoint")
		})
	}
}

func say(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(text))
	}
}

// TestHangingIssuerDelaysNobodyElse waits for a fetch to hang before asking
// for an officer of the other issuer.
func TestHangingIssuerDelaysNobodyElse(t *testing.T) {
	hanging, other := newFakeIssuer(t), newFakeIssuer(t)
	reached := make(chan struct{})
	hanging.answer(func(_ http.ResponseWriter, r *http.Request) {
		close(reached)
		<-r.Context().Done()
	}, nil)
	entry := other.entry()
	entry.Name = "uk-other"
	v := newVerifier(t, newRegistry(t, hanging.entry(), entry), newHands().now)

	ctx, giveUp := context.WithCancel(t.Context())
	answered := make(chan error)
	go func() {
		_, err := v.Principal(ctx, hanging.token(t, hanging.accessHeader(), hanging.accessClaims()))
		answered <- err
	}()
	<-reached
	accept(t, v, other.token(t, other.accessHeader(), other.accessClaims()))
	giveUp()
	refused(t, <-answered, "context canceled")
}

func TestClosedVerifierRefuses(t *testing.T) {
	f := newFakeIssuer(t)
	v := oidc.NewVerifier(newRegistry(t, f.entry()), newHands().now)
	v.Close()
	_, err := v.Principal(t.Context(), f.token(t, f.accessHeader(), f.accessClaims()))
	refused(t, err, "shutting down")
}

// TestManyFirstRequestsShareOneFetch sends twenty at once.
func TestManyFirstRequestsShareOneFetch(t *testing.T) {
	f := newFakeIssuer(t)
	v := newVerifier(t, newRegistry(t, f.entry()), newHands().now)
	token := f.token(t, f.accessHeader(), f.accessClaims())
	answered := make(chan error)
	for range 20 {
		go func() {
			_, err := v.Principal(t.Context(), token)
			answered <- err
		}()
	}
	for range 20 {
		if err := <-answered; err != nil {
			t.Error(err, errors.Unwrap(err))
		}
	}
	if got := f.rounds.Load(); got != 1 {
		t.Errorf("the issuer was asked %d times, want 1", got)
	}
}

// TestStaleKeysAreRenewedBeside serves the old keys at once, and learns that
// one was withdrawn.
func TestStaleKeysAreRenewedBeside(t *testing.T) {
	f, clock := newFakeIssuer(t), newHands()
	v := oidc.NewVerifier(newRegistry(t, f.entry()), clock.now)
	claims := f.accessClaims().with("exp", start.Add(time.Hour).Unix())
	token := f.token(t, f.accessHeader(), claims)
	accept(t, v, token)
	f.publish(newSigner(t, "second"))
	reached, goOn := make(chan struct{}), make(chan struct{})
	f.answer(func(w http.ResponseWriter, r *http.Request) {
		close(reached)
		<-goOn
		f.honestDiscovery(w, r)
	}, nil)
	clock.forward(11 * time.Minute)
	accept(t, v, token)
	<-reached
	accept(t, v, token)
	f.answer(nil, nil)
	close(goOn)
	v.Settle()
	_, err := v.Principal(t.Context(), token)
	refused(t, err, "by no key")
	v.Close()
}

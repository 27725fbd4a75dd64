package oidc_test

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/json"
	"net/http"
	"net/url"
	"sync/atomic"
	"testing"

	"github.com/go-jose/go-jose/v4"

	"entente/auth/oidc"
	"entente/graph"
)

// relyingParty is a case of the OpenID conformance suite's plans for relying
// parties, by the suite's own name: what its provider does, and whether somebody
// is signed in at the end.
type relyingParty struct {
	name  string
	right bool
	does  func(f *flowIssuer)
}

// says has the provider say something else in the ID token.
func says(change func(members) members) func(*flowIssuer) {
	return func(f *flowIssuer) {
		f.tokens = func(asked url.Values) members {
			return members{"id_token": f.fakeIssuer.token(f.t, f.idHeader(), change(f.claims(asked)))}
		}
	}
}

// signs has the provider sign in another way.
func signs(sign func(f *flowIssuer, c members) string) func(*flowIssuer) {
	return func(f *flowIssuer) {
		f.tokens = func(asked url.Values) members { return members{"id_token": sign(f, f.claims(asked))} }
	}
}

// withRSA has the provider publish an RSA key and sign with it, or with another.
func withRSA(own bool) func(*flowIssuer) {
	return func(f *flowIssuer) {
		published, err := rsa.GenerateKey(rand.Reader, 2048)
		if err != nil {
			f.t.Fatal(err)
		}
		signing := published
		if !own {
			if signing, err = rsa.GenerateKey(rand.Reader, 2048); err != nil {
				f.t.Fatal(err)
			}
		}
		f.answer(f.discovery, func(w http.ResponseWriter, _ *http.Request) {
			key := jose.JSONWebKey{Key: &published.PublicKey, KeyID: "rsa", Algorithm: "RS256", Use: "sig"}
			_ = json.NewEncoder(w).Encode(jose.JSONWebKeySet{Keys: []jose.JSONWebKey{key}})
		})
		signs(func(f *flowIssuer, c members) string {
			signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.RS256, Key: jose.JSONWebKey{Key: signing, KeyID: "rsa"}}, nil)
			if err != nil {
				f.t.Fatal(err)
			}
			signed, err := signer.Sign([]byte(c.text(f.t)))
			if err != nil {
				f.t.Fatal(err)
			}
			text, err := signed.CompactSerialize()
			if err != nil {
				f.t.Fatal(err)
			}
			return text
		})(f)
	}
}

func relyingParties() []relyingParty {
	return []relyingParty{
		// Basic
		{"oidcc-client-test", true, func(*flowIssuer) {}},
		{"oidcc-client-test-nonce-invalid", false, says(func(c members) members { return c.with("nonce", "another") })},
		{"oidcc-client-test-missing-aud", false, says(func(c members) members { return c.without("aud") })},
		{"oidcc-client-test-missing-iat", false, says(func(c members) members { return c.without("iat") })},
		{"oidcc-client-test-missing-sub", false, says(func(c members) members { return c.without("sub") })},
		{"oidcc-client-test-invalid-aud", false, says(func(c members) members { return c.with("aud", "another") })},
		{"oidcc-client-test-invalid-iss", false, says(func(c members) members { return c.with("iss", "https://other.example") })},
		{"oidcc-client-test-kid-absent-single-jwks", true, signs(func(f *flowIssuer, c members) string {
			return f.fakeIssuer.token(f.t, f.idHeader().without("kid"), c)
		})},
		{"oidcc-client-test-kid-absent-multiple-jwks", true, func(f *flowIssuer) {
			f.publish(newSigner(f.t, "second"), f.signer)
			signs(func(f *flowIssuer, c members) string { return f.fakeIssuer.token(f.t, f.idHeader().without("kid"), c) })(f)
		}},
		{"oidcc-client-test-idtoken-sig-none", false, signs(func(f *flowIssuer, c members) string {
			return encode([]byte(f.idHeader().with("alg", "none").text(f.t))) + "." + encode([]byte(c.text(f.t))) + "."
		})},
		{"oidcc-client-test-idtoken-sig-rs256", true, withRSA(true)},
		{"oidcc-client-test-invalid-sig-rs256", false, withRSA(false)},
		{"oidcc-client-test-invalid-sig-es256", false, signs(func(f *flowIssuer, c members) string {
			return newSigner(f.t, f.id).token(f.t, f.idHeader(), c)
		})},
		{"oidcc-client-test-invalid-sig-hs256", false, signs(func(f *flowIssuer, c members) string {
			return withHMAC(f.t, f.fakeIssuer, f.idHeader().with("alg", "HS256"), c)
		})},
		// Config
		{"oidcc-client-test-discovery-openid-config", true, func(f *flowIssuer) {
			f.discovers = func(d members) members { return d.with("claims_supported", []string{"sub"}).with("unheard_of", true) }
		}},
		{"oidcc-client-test-discovery-jwks-uri-keys", true, func(f *flowIssuer) { f.publish(newSigner(f.t, "second"), f.signer) }},
		{"oidcc-client-test-discovery-issuer-mismatch", false, func(f *flowIssuer) {
			f.discovers = func(d members) members { return d.with("issuer", "https://other.example") }
		}},
		{"oidcc-client-test-signing-key-rotation-just-before-signing", true, signs(func(f *flowIssuer, c members) string {
			next := newSigner(f.t, "next")
			f.publish(next)
			return next.token(f.t, f.idHeader().with("kid", "next"), c)
		})},
	}
}

// The cases of the suite that end with a login or without.
func TestRelyingParty(t *testing.T) {
	for _, tc := range relyingParties() {
		t.Run(tc.name, func(t *testing.T) {
			h := newHub(t)
			tc.does(newFlowIssuer(t, h, nil))
			b := h.browser()
			got := b.get(h.URL + "/login/door")
			if signedIn := b.who().Code == ""; signedIn != tc.right {
				t.Errorf("signed in: %t, at %s\n%s", signedIn, got.Request.URL, h.log)
			}
		})
	}
}

func TestRelyingPartyProvesItself(t *testing.T) {
	t.Run("oidcc-client-test-client-secret-basic", func(t *testing.T) {
		h := newHub(t)
		f := newFlowIssuer(t, h, func(i *oidc.Issuer) { i.ClientSecret = "s3cret" })
		h.browser().get(h.URL + "/login/door")
		if client, secret, ok := f.lastTrade().BasicAuth(); !ok || client != hubClient || secret != "s3cret" {
			t.Errorf("the client proved itself as %q by %q", client, secret)
		}
	})
}

func TestRelyingPartyFollowsKeys(t *testing.T) {
	t.Run("oidcc-client-test-signing-key-rotation", func(t *testing.T) {
		h := newHub(t)
		f := newFlowIssuer(t, h, nil)
		for range 2 {
			b := h.browser()
			b.get(h.URL + "/login/door")
			if got := b.who(); got.Code != "" {
				t.Fatalf("nobody is signed in\n%s", h.log)
			}
			f.signer = newSigner(t, "next")
			f.publish(f.signer)
		}
	})
}

// RP-initiated logout: the session is over here before the provider is asked,
// whatever the browser brings back from there.
func TestRelyingPartySignsOut(t *testing.T) {
	for name, back := range map[string]string{
		"oidcc-client-test-rp-init-logout":             "/login",
		"oidcc-client-test-rp-init-logout-no-state":    "/login?",
		"oidcc-client-test-rp-init-logout-other-state": "/login?state=another",
	} {
		t.Run(name, func(t *testing.T) {
			h := newHub(t)
			f := newFlowIssuer(t, h, nil)
			b := h.browser()
			b.get(h.URL + "/login/door")
			r := b.request("POST", h.URL+"/logout", nil)
			r.Header.Set("Accept", "application/json")
			var next struct{ Continue string }
			if err := json.Unmarshal([]byte(b.do(r).text), &next); err != nil {
				t.Fatal(err)
			}
			to, err := url.Parse(next.Continue)
			if err != nil {
				t.Fatal(err)
			}
			q := to.Query()
			if to.Host != f.Listener.Addr().String() || to.Path != "/end" || q.Get("id_token_hint") == "" || q.Get("post_logout_redirect_uri") != h.URL+"/login" {
				t.Errorf("sent on to %s", to)
			}
			if got := b.get(h.URL + back); got.StatusCode != http.StatusOK {
				t.Errorf("back at %s: %d", back, got.StatusCode)
			}
			if got := b.who(); got.Code != graph.Unauthenticated {
				t.Error("somebody is still signed in")
			}
		})
	}
}

const backChannel = "oidcc-client-test-rp-backchannel-rpinitlogout"

// Back-channel logout: a good token ends the session, a faulty one nothing.
func TestRelyingPartyIsSignedOut(t *testing.T) {
	event := "http://schemas.openid.net/event/backchannel-logout"
	same := func(c members) members { return c }
	for name, tc := range map[string]struct {
		header, claims func(members) members
		status         int
	}{
		backChannel:                  {same, same, http.StatusOK},
		backChannel + "-alg-none":    {func(h members) members { return h.with("alg", "none") }, same, http.StatusBadRequest},
		backChannel + "-wrong-alg":   {func(h members) members { return h.with("alg", "HS256") }, same, http.StatusBadRequest},
		backChannel + "-no-event":    {same, func(c members) members { return c.without("events") }, http.StatusBadRequest},
		backChannel + "-wrong-event": {same, func(c members) members { return c.with("events", members{event + "s": members{}}) }, http.StatusBadRequest},
		backChannel + "-with-nonce":  {same, func(c members) members { return c.with("nonce", testNonce) }, http.StatusBadRequest},
		backChannel + "-wrong-aud":   {same, func(c members) members { return c.with("aud", "another") }, http.StatusBadRequest},
		backChannel + "-wrong-iss":   {same, func(c members) members { return c.with("iss", "https://other.example") }, http.StatusBadRequest},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHub(t)
			f := newFlowIssuer(t, h, nil)
			says(func(c members) members { return c.with("sid", "desk") })(f)
			b := h.browser()
			b.get(h.URL + "/login/door")
			now := h.now().Unix()
			claims := tc.claims(members{
				"iss": f.URL, "aud": hubClient, "iat": now, "exp": now + 120, "jti": "1", "sub": "officer-7", "sid": "desk",
				"events": members{event: members{}},
			})
			token := f.fakeIssuer.token(t, tc.header(f.idHeader().with("typ", "logout+jwt")), claims)
			stranger := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
			answer, err := stranger.PostForm(h.URL+"/login/door/logout", url.Values{"logout_token": {token}}) //nolint:noctx // a test
			if err != nil {
				t.Fatal(err)
			}
			if err := answer.Body.Close(); err != nil {
				t.Fatal(err)
			}
			if signedIn := b.who().Code == ""; answer.StatusCode != tc.status || signedIn == (tc.status == http.StatusOK) {
				t.Errorf("answered %d, and somebody is signed in: %t\n%s", answer.StatusCode, signedIn, h.log)
			}
		})
	}
}

// The suite's cases of userinfo: the hub takes claims from the ID token alone, so
// that what a provider says there, right or wrong, is never asked for.
func TestRelyingPartyNeverAsksForUserinfo(t *testing.T) {
	for name, says := range map[string]string{
		"oidcc-client-test-userinfo-bearer-header": `{"sub":"officer-7"}`,
		"oidcc-client-test-userinfo-bearer-body":   `{"sub":"officer-7"}`,
		"oidcc-client-test-userinfo-invalid-sub":   `{"sub":"officer-8","roles":["boss"]}`,
		"oidcc-client-test-userinfo-signed":        `not.a.token`,
		"oidcc-client-test-scope-userinfo-claims":  `{"sub":"officer-7","org":"southmet"}`,
	} {
		t.Run(name, func(t *testing.T) {
			h := newHub(t)
			f := newFlowIssuer(t, h, nil)
			var asked atomic.Int64
			f.mux.HandleFunc("/userinfo", func(w http.ResponseWriter, _ *http.Request) {
				asked.Add(1)
				_, _ = w.Write([]byte(says))
			})
			f.discovers = func(d members) members { return d.with("userinfo_endpoint", f.URL+"/userinfo") }
			b := h.browser()
			b.get(h.URL + "/login/door")
			if got := b.who(); got.Code != "" || got.Officer.Subject != "officer-7" || got.Officer.Organisation != northmet || asked.Load() != 0 {
				t.Errorf("userinfo was asked %d times; signed in %+v\n%s", asked.Load(), got, h.log)
			}
		})
	}
}

// Each login has a verifier of its own, whose hash alone the browser carries; a
// code without it is worth nothing to who catches it.
func TestEveryCodeNeedsItsVerifier(t *testing.T) {
	h := newHub(t)
	f := newFlowIssuer(t, h, nil)
	verifiers := map[string]bool{}
	for range 2 {
		var challenge string
		f.answers = func(url.Values) {
			for _, asked := range f.codes {
				challenge = asked.Get("code_challenge")
				if asked.Get("code_challenge_method") != "S256" {
					t.Errorf("asked with %v", asked)
				}
			}
		}
		h.browser().get(h.URL + "/login/door")
		verifier := f.lastTrade().PostForm.Get("code_verifier")
		sum := sha256.Sum256([]byte(verifier))
		if len(verifier) < 43 || encode(sum[:]) != challenge || verifiers[verifier] {
			t.Errorf("the verifier %q for %q", verifier, challenge)
		}
		verifiers[verifier] = true
	}
	f.answers = nil
	begun := h.browser().still().get(h.URL + "/login/door").Header.Get("Location")
	back := h.browser().still().get(begun).Header.Get("Location")
	at, err := url.Parse(back)
	if err != nil {
		t.Fatal(err)
	}
	form := url.Values{"grant_type": {"authorization_code"}, "code": {at.Query().Get("code")}, "redirect_uri": {h.URL + "/login/door/callback"}}
	if got := h.browser().do(h.browser().request("POST", f.URL+"/token", form)); got.StatusCode != http.StatusBadRequest {
		t.Errorf("a code without its verifier: %d %s", got.StatusCode, got.text)
	}
}

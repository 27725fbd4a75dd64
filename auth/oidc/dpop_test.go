package oidc_test

import (
	"crypto"
	"crypto/sha256"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/google/go-cmp/cmp"

	"entente/auth/oidc"
	"entente/graph"
)

const apiURL = "https://hub.example/graphql"

// jwk is the public half of a signer's key, as a member of a header.
func (s signer) jwk(t *testing.T) json.RawMessage {
	t.Helper()
	text, err := jose.JSONWebKey{Key: &s.key.PublicKey}.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func (s signer) thumbprint(t *testing.T) string {
	t.Helper()
	sum, err := (&jose.JSONWebKey{Key: &s.key.PublicKey}).Thumbprint(crypto.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	return encode(sum)
}

// proofOf are the header and the payload of a good proof for a token.
func (s signer) proofOf(t *testing.T, token string) (header, payload members) {
	t.Helper()
	sum := sha256.Sum256([]byte(token))
	return members{"typ": "dpop+jwt", "alg": "ES256", "jwk": s.jwk(t)},
		members{"jti": "1", "htm": "POST", "htu": apiURL, "iat": start.Unix(), "ath": encode(sum[:])}
}

// bound is an access token bound to a holder's key.
func (f *fakeIssuer) bound(t *testing.T, holder signer) string {
	t.Helper()
	return f.token(t, f.accessHeader(), f.accessClaims().with("cnf", members{"jkt": holder.thumbprint(t)}))
}

func TestProofs(t *testing.T) {
	f, holder := newFakeIssuer(t), newSigner(t, "")
	token := f.bound(t, holder)
	h, c := holder.proofOf(t, token)
	want := wantOfficer(f)
	want.Expires = start.Add(5 * time.Minute)
	for name, proof := range map[string]string{
		"plain":                         holder.token(t, h, c),
		"typ as a media type":           holder.token(t, h.with("typ", "application/DPoP+jwt"), c),
		"made within the clock skew":    holder.token(t, h, c.with("iat", start.Add(oidc.MaxClockSkew).Unix())),
		"address with the default port": holder.token(t, h, c.with("htu", "https://hub.example:443/graphql")),
		"host in capitals, and a query": holder.token(t, h, c.with("htu", "HTTPS://HUB.example/graphql?x=1#y")),
	} {
		t.Run(name, func(t *testing.T) {
			v := newVerifier(t, newRegistry(t, f.entry()), newHands().now)
			got, err := v.Holder(t.Context(), token, oidc.Proof{JWT: proof, Method: "POST", URL: apiURL}, oidc.NewMemorySessions(newHands().now))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestFaultyProofs offers every faulty proof with a good token.
func TestFaultyProofs(t *testing.T) {
	f, holder, thief := newFakeIssuer(t), newSigner(t, ""), newSigner(t, "")
	v := newVerifier(t, newRegistry(t, f.entry()), newHands().now)
	token := f.bound(t, holder)
	h, c := holder.proofOf(t, token)
	thiefs, _ := thief.proofOf(t, token)
	private, err := jose.JSONWebKey{Key: holder.key}.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(holder.token(t, h, c), ".")
	cases := []struct{ name, proof, reason string }{
		{"none", "", "three parts"},
		{"not signed", parts[0] + "." + parts[1] + ".", "three parts"},
		{"too large", holder.token(t, h, c.with("x", strings.Repeat("x", 9000))), "too large"},
		{"claim given twice", holder.raw(t, h.text(t), `{"htm":"GET",`+c.text(t)[1:]), "given twice"},
		{"typ missing", holder.token(t, h.without("typ"), c), "typ is not"},
		{"typ of a token", holder.token(t, h.with("typ", "at+jwt"), c), "typ is not"},
		{"alg missing", holder.token(t, h.without("alg"), c), "alg is not accepted"},
		{"alg none", holder.token(t, h.with("alg", "none"), c), "alg is not accepted"},
		{"alg symmetric", holder.token(t, h.with("alg", "HS256"), c), "alg is not accepted"},
		{"alg of another key", holder.token(t, h.with("alg", "RS256"), c), "signature is not by its key"},
		{"crit", holder.token(t, h.with("crit", []string{"exp"}), c), "header crit"},
		{"key elsewhere", holder.token(t, h.with("jku", "https://evil.example/keys"), c), "header jku"},
		{"key missing", holder.token(t, h.without("jwk"), c), "jwk is missing"},
		{"key private", holder.token(t, h.with("jwk", json.RawMessage(private)), c), "no public key"},
		{"key symmetric", holder.token(t, h.with("jwk", members{"kty": "oct", "k": "AAAA"}), c), "no public key"},
		{"key of a thief", thief.token(t, thiefs, c), "not the key the token is bound to"},
		{"signed by a thief under the holder's key", thief.token(t, h, c), "signature is not by its key"},
		{"payload exchanged", parts[0] + "." + encode([]byte(c.with("htm", "GET").text(t))) + "." + parts[2], "signature is not by its key"},
		{"htm missing", holder.token(t, h, c.without("htm")), "htm is not"},
		{"htm of another method", holder.token(t, h, c.with("htm", "GET")), "htm is not"},
		{"htm in small letters", holder.token(t, h, c.with("htm", "post")), "htm is not"},
		{"htu missing", holder.token(t, h, c.without("htu")), "htu is not"},
		{"htu of another host", holder.token(t, h, c.with("htu", "https://evil.example/graphql")), "htu is not"},
		{"htu of another path", holder.token(t, h, c.with("htu", "https://hub.example/login")), "htu is not"},
		{"htu of another port", holder.token(t, h, c.with("htu", "https://hub.example:8443/graphql")), "htu is not"},
		{"htu without TLS", holder.token(t, h, c.with("htu", "http://hub.example/graphql")), "htu is not"},
		{"htu with a user", holder.token(t, h, c.with("htu", "https://a@hub.example/graphql")), "htu is not"},
		{"htu a path alone", holder.token(t, h, c.with("htu", "/graphql")), "htu is not"},
		{"iat missing", holder.token(t, h, c.without("iat")), "iat is missing"},
		{"iat in the future", holder.token(t, h, c.with("iat", start.Add(2*time.Minute).Unix())), "iat is in the future"},
		{"iat long ago", holder.token(t, h, c.with("iat", start.Add(-2*time.Minute).Unix())), "iat is too long ago"},
		{"ath missing", holder.token(t, h, c.without("ath")), "ath is not"},
		{"ath of another token", holder.token(t, h, c.with("ath", encode(make([]byte, 32)))), "ath is not"},
		{"jti missing", holder.token(t, h, c.without("jti")), "jti is missing"},
		{"jti a number", holder.token(t, h, c.with("jti", 1)), "jti is missing"},
		{"jti too long", holder.token(t, h, c.with("jti", strings.Repeat("1", 257))), "too long"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			_, err := v.Holder(t.Context(), token, oidc.Proof{JWT: tc.proof, Method: "POST", URL: apiURL}, oidc.NewMemorySessions(newHands().now))
			refused(t, err, tc.reason)
		})
	}
}

// TestFaultyBindings offers good proofs with tokens that are bound otherwise, or
// not at all.
func TestFaultyBindings(t *testing.T) {
	f, holder := newFakeIssuer(t), newSigner(t, "")
	v := newVerifier(t, newRegistry(t, f.entry()), newHands().now)
	for name, tc := range map[string]struct {
		claims members
		reason string
	}{
		"bound to none":           {f.accessClaims(), "bound to no key"},
		"cnf null":                {f.accessClaims().with("cnf", nil), "cnf is not an object"},
		"cnf empty":               {f.accessClaims().with("cnf", members{}), "thumbprint of a key"},
		"bound to a certificate":  {f.accessClaims().with("cnf", members{"x5t#S256": "x"}), "thumbprint of a key"},
		"bound in two ways":       {f.accessClaims().with("cnf", members{"jkt": holder.thumbprint(t), "x5t#S256": "x"}), "and that alone"},
		"bound to another key":    {f.accessClaims().with("cnf", members{"jkt": newSigner(t, "").thumbprint(t)}), "not the key"},
		"thumbprint not a string": {f.accessClaims().with("cnf", members{"jkt": 1}), "thumbprint of a key"},
	} {
		t.Run(name, func(t *testing.T) {
			token := f.token(t, f.accessHeader(), tc.claims)
			h, c := holder.proofOf(t, token)
			_, err := v.Holder(t.Context(), token, oidc.Proof{JWT: holder.token(t, h, c), Method: "POST", URL: apiURL}, oidc.NewMemorySessions(newHands().now))
			refused(t, err, tc.reason)
		})
	}
}

// A proof opens the door once, for as long as it would be taken for fresh; a
// subscription that it opened goes on with it.
func TestProofsServeOnce(t *testing.T) {
	f, holder, clock := newFakeIssuer(t), newSigner(t, ""), newHands()
	v := newVerifier(t, newRegistry(t, f.entry()), clock.now)
	spent := oidc.NewMemorySessions(clock.now)
	token := f.bound(t, holder)
	h, c := holder.proofOf(t, token)
	late := oidc.Proof{JWT: holder.token(t, h, c.with("iat", start.Add(oidc.MaxClockSkew).Unix())), Method: "POST", URL: apiURL}
	if _, err := v.Holder(t.Context(), token, late, spent); err != nil {
		t.Fatal(err)
	}
	for range 4 {
		_, err := v.Holder(t.Context(), token, late, spent)
		refused(t, err, "has been here before")
		clock.forward(30 * time.Second)
	}
	clock.forward(time.Second)
	_, err := v.Holder(t.Context(), token, late, spent)
	refused(t, err, "too long ago")
	late.Repeated = true
	if _, err := v.Holder(t.Context(), token, late, spent); err != nil {
		t.Error(err)
	}
	clock.forward(5 * time.Minute)
	_, err = v.Holder(t.Context(), token, late, spent)
	refused(t, err, "expired")
}

// Two processes of one hub take a proof once between them; a store that is down is
// an error of the hub's, and the proof opens nothing.
func TestProofsServeOnceAtAllProcesses(t *testing.T) {
	f, holder, clock := newFakeIssuer(t), newSigner(t, ""), newHands()
	registry := newRegistry(t, f.entry())
	one, other := newVerifier(t, registry, clock.now), newVerifier(t, registry, clock.now)
	shared := oidc.NewMemorySessions(clock.now)
	token := f.bound(t, holder)
	h, c := holder.proofOf(t, token)
	proof := func(id string) oidc.Proof {
		return oidc.Proof{JWT: holder.token(t, h, c.with("jti", id)), Method: "POST", URL: apiURL}
	}
	if _, err := one.Holder(t.Context(), token, proof("1"), shared); err != nil {
		t.Fatal(err)
	}
	_, err := other.Holder(t.Context(), token, proof("1"), shared)
	refused(t, err, "at another process")
	if _, err := other.Holder(t.Context(), token, proof("2"), shared); err != nil {
		t.Error(err)
	}
	if p, err := one.Holder(t.Context(), token, proof("3"), brokenSessions{}); err == nil || graph.CodeOf(err) == graph.Unauthenticated || p.Officer != "" {
		t.Errorf("a store that is down: %+v, %v", p, err)
	}
}

// An issuer that binds its tokens to keys has no bearer tokens.
func TestSenderConstrainedIssuer(t *testing.T) {
	f, holder := newFakeIssuer(t), newSigner(t, "")
	entry := f.entry()
	entry.SenderConstrained = true
	v := newVerifier(t, newRegistry(t, entry), newHands().now)
	_, err := v.Principal(t.Context(), f.token(t, f.accessHeader(), f.accessClaims()))
	refused(t, err, "bound to none")
	token := f.bound(t, holder)
	_, err = v.Principal(t.Context(), token)
	refused(t, err, "not a bearer token")
	h, c := holder.proofOf(t, token)
	if _, err := v.Holder(t.Context(), token, oidc.Proof{JWT: holder.token(t, h, c), Method: "POST", URL: apiURL}, oidc.NewMemorySessions(newHands().now)); err != nil {
		t.Error(err)
	}
}

// How a request carries a bound token and its proof.
func TestProofsInRequests(t *testing.T) {
	h := newHub(t)
	f, holder := newFakeIssuer(t), newSigner(t, "")
	entry := f.entry()
	entry.Name = "bound"
	h.replace(func(entries []oidc.Issuer) []oidc.Issuer { return append(entries, entry) })
	token := f.bound(t, holder)
	header, payload := holder.proofOf(t, token)
	payload["htu"] = h.URL + "/graphql"
	proof := func(id string) string { return holder.token(t, header, payload.with("jti", id)) }
	cases := []struct {
		name, authorization string
		proofs              []string
		officer             string
	}{
		{"scheme and proof", "DPoP " + token, []string{proof("1")}, "Ada Invented"},
		{"scheme in small letters", "dpop " + token, []string{proof("2")}, "Ada Invented"},
		{"proof repeated", "DPoP " + token, []string{proof("1")}, ""},
		{"as a bearer", "Bearer " + token, []string{proof("3")}, ""},
		{"as a bearer, without proof", "Bearer " + token, nil, ""},
		{"without proof", "DPoP " + token, nil, ""},
		{"two proofs", "DPoP " + token, []string{proof("4"), proof("5")}, ""},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			r := h.browser().request("POST", h.URL+"/graphql?unsigned=1", nil)
			r.Header.Set("Authorization", tc.authorization)
			r.Header["Dpop"] = tc.proofs
			p, err := h.login.Authenticate(r)
			if p.Name != tc.officer || (tc.officer == "") != (graph.CodeOf(err) == graph.Unauthenticated) {
				t.Errorf("officer %q, error %v", p.Name, err)
			}
		})
	}
}

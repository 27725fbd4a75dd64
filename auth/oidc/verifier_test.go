package oidc_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"entente/auth"
	"entente/auth/oidc"
	"entente/graph"
)

const refusalMessage = "You are not signed in, or your sign-in is no longer valid. Please sign in again."

// refused fails unless err is the one refusal, with this reason inside and not
// outside.
func refused(t *testing.T, err error, reason string) {
	t.Helper()
	var e *graph.Error
	if !errors.As(err, &e) {
		t.Fatalf("got %v, want a *graph.Error", err)
	}
	if e.Code != graph.Unauthenticated || e.Message != refusalMessage || e.Field != "" {
		t.Fatalf("got code %s, field %q, message %q", e.Code, e.Field, e.Message)
	}
	if e.Err == nil || !strings.Contains(e.Err.Error(), reason) {
		t.Fatalf("reason is %q, want it to say %q", e.Err, reason)
	}
}

func wantOfficer(f *fakeIssuer) auth.Principal {
	return auth.Principal{
		Officer: auth.OfficerID(f.URL, "officer-7"), Issuer: f.URL, Subject: "officer-7", Name: "Ada Invented",
		Organisation: northmet, Roles: []auth.Role{auth.Analyst}, Clearances: []graph.Compartment{graph.Child},
		AuthTime: start.Add(-time.Minute), Proof: oidc.DefaultStepUp(),
	}
}

func TestGoodTokens(t *testing.T) {
	f := newFakeIssuer(t)
	v := newVerifier(t, newRegistry(t, f.entry()), newHands().now)

	id := f.token(t, f.idHeader(), f.idClaims())
	got, err := v.Officer(t.Context(), oidc.LoginToken{Issuer: f.URL, Nonce: testNonce, IDToken: id})
	if err != nil {
		t.Fatal(err, errors.Unwrap(err))
	}
	if diff := cmp.Diff(wantOfficer(f), got); diff != "" {
		t.Errorf("ID token (-want +got):\n%s", diff)
	}

	want := wantOfficer(f)
	want.Expires = start.Add(5 * time.Minute)
	got, err = v.Principal(t.Context(), f.token(t, f.accessHeader(), f.accessClaims()))
	if err != nil {
		t.Fatal(err, errors.Unwrap(err))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("access token (-want +got):\n%s", diff)
	}
}

func TestGoodVariants(t *testing.T) {
	f := newFakeIssuer(t)
	v := newVerifier(t, newRegistry(t, f.entry()), newHands().now)
	access := "an-access-token"
	sum := sha256.Sum256([]byte(access))
	for name, claims := range map[string]members{
		"aud as a list of one":            f.idClaims().with("aud", []string{hubClient}),
		"azp is the hub":                  f.idClaims().with("azp", hubClient),
		"at_hash is right":                f.idClaims().with("at_hash", base64.RawURLEncoding.EncodeToString(sum[:16])),
		"iat ahead within the clock skew": f.idClaims().with("iat", start.Add(oidc.MaxClockSkew).Unix()),
		"org as a list of one":            f.idClaims().with("org", []string{"northmet"}),
	} {
		t.Run(name, func(t *testing.T) {
			got, err := v.Officer(t.Context(), oidc.LoginToken{
				Issuer: f.URL, Nonce: testNonce,
				IDToken: f.token(t, f.idHeader(), claims), AccessToken: access,
			})
			if err != nil {
				t.Fatal(err, errors.Unwrap(err))
			}
			if diff := cmp.Diff(wantOfficer(f), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestFaultyIDTokens offers every faulty token at the end of a login.
func TestFaultyIDTokens(t *testing.T) {
	f, other := newFakeIssuer(t), newFakeIssuer(t)
	foreign := other.entry()
	foreign.Name, foreign.Country = "ro", "RO"
	foreign.Organisations.Values = map[string]graph.ID{"carpati": carpati}
	v := newVerifier(t, newRegistry(t, f.entry(), foreign), newHands().now)
	h, c := f.idHeader(), f.idClaims()
	good := f.token(t, h, c)
	parts := strings.Split(good, ".")
	stranger := newSigner(t, f.id)
	unknown := newSigner(t, "unknown")

	cases := []struct{ name, token, reason string }{
		{"empty", "", "three parts"},
		{"two parts", parts[0] + "." + parts[1], "three parts"},
		{"five parts, encrypted", "a.b.c.d.e", "three parts"},
		{"JSON serialisation", `{"payload":"` + parts[1] + `","protected":"` + parts[0] + `","signature":"` + parts[2] + `"}`, "three parts"},
		{"no signature", parts[0] + "." + parts[1] + ".", "three parts"},
		{"too large", f.token(t, h, c.with("padding", strings.Repeat("x", 20_000))), "too large"},
		{"header not base64url", "*" + good, "header: not base64url"},
		{"payload not JSON", f.raw(t, h.text(t), "plain"), "payload: not JSON"},
		{"payload a list", f.raw(t, h.text(t), "[]"), "payload: not a JSON object"},
		{"payload null", f.raw(t, h.text(t), "null"), "payload: not a JSON object"},
		{"payload followed by more", f.raw(t, h.text(t), c.text(t)+"{}"), "more than one JSON value"},
		{"claim given twice", f.raw(t, h.text(t), `{"sub":"officer-1",`+c.text(t)[1:]), "given twice"},
		{"claim given twice, in another case", f.raw(t, h.text(t), `{"ISS":"https://evil.example",`+c.text(t)[1:]), "given twice"},
		{"claim given twice, in another script", f.raw(t, h.text(t), `{"i\u017f\u017f":"https://evil.example",`+c.text(t)[1:]), "given twice"},
		{"claim given twice, escaped", f.raw(t, h.text(t), `{"\u0073ub":"officer-1",`+c.text(t)[1:]), "given twice"},
		{"nested claim given twice", f.raw(t, h.text(t), `{"address":{"a":1,"a":2},`+c.text(t)[1:]), "given twice"},
		{"header member given twice", f.raw(t, `{"alg":"ES256","alg":"none","kid":"first"}`, c.text(t)), "given twice"},
		{"nested too deeply", f.token(t, h, c.with("x", json.RawMessage(strings.Repeat("[", 9)+strings.Repeat("]", 9)))), "nested too deeply"},
		{"alg none without a signature", encode([]byte(`{"alg":"none"}`)) + "." + parts[1] + ".", "three parts"},
		{"alg none with a signature", f.token(t, h.with("alg", "none"), c), "alg is not accepted"},
		{"alg missing", f.token(t, h.without("alg"), c), "alg is not accepted"},
		{"alg HS256 with the public key", withHMAC(t, f, h.with("alg", "HS256"), c), "alg is not accepted"},
		{"alg ES384, not listed", f.token(t, h.with("alg", "ES384"), c), "alg is not accepted"},
		{"alg RS256 over an ES256 signature", f.token(t, h.with("alg", "RS256"), c), "by no key"},
		{"crit", f.token(t, h.with("crit", []string{"exp"}), c), "header crit"},
		{"b64", f.token(t, h.with("b64", false), c), "header b64"},
		{"key in the header", f.token(t, h.with("jwk", members{"kty": "EC"}), c), "header jwk"},
		{"key address in the header", f.token(t, h.with("jku", f.URL+"/keys"), c), "header jku"},
		{"signed by a stranger under a known key id", stranger.token(t, h, c), "by no key"},
		{"signed by an unknown key", unknown.token(t, h.with("kid", "unknown"), c), "by no key"},
		{"signed by a stranger without a key id", unknown.token(t, h.without("kid"), c), "by no key"},
		{"payload exchanged", parts[0] + "." + encode([]byte(c.with("sub", "officer-1").text(t))) + "." + parts[2], "by no key"},
		{"typ of an access token", f.token(t, f.accessHeader(), c), "typ is not"},
		{"typ of a logout token", f.token(t, h.with("typ", "logout+jwt"), c), "typ is not"},
		{"logout token without typ", f.token(t, h.without("typ"), c.with("events", members{"http://schemas.openid.net/event/backchannel-logout": members{}})), "logout"},
		{"iss missing", f.token(t, h, c.without("iss")), "not in the trust registry"},
		{"iss unknown", f.token(t, h, c.with("iss", "https://evil.example")), "not in the trust registry"},
		{"iss with a slash more", f.token(t, h, c.with("iss", f.URL+"/")), "not in the trust registry"},
		{"iss a list", f.token(t, h, c.with("iss", []string{f.URL})), "iss is not a string"},
		{"iss of another trusted issuer", f.token(t, h, c.with("iss", other.URL)), "by no key"},
		{"another trusted issuer's own token", other.token(t, h, other.idClaims().with("org", "carpati")), "another issuer than the login"},
		{"sub missing", f.token(t, h, c.without("sub")), "sub is missing"},
		{"sub empty", f.token(t, h, c.with("sub", "")), "sub is missing"},
		{"sub blank", f.token(t, h, c.with("sub", " ")), "sub is missing"},
		{"sub a number", f.token(t, h, c.with("sub", 7)), "sub is not a string"},
		{"sub null", f.token(t, h, c.with("sub", nil)), "sub is not a string"},
		{"sub too long", f.token(t, h, c.with("sub", strings.Repeat("7", 256))), "too long"},
		{"aud missing", f.token(t, h, c.without("aud")), "aud is missing"},
		{"aud null", f.token(t, h, c.with("aud", nil)), "aud is missing"},
		{"aud an empty list", f.token(t, h, c.with("aud", []string{})), "aud is missing"},
		{"aud another client", f.token(t, h, c.with("aud", "other")), "aud is not this hub alone"},
		{"aud the API", f.token(t, h, c.with("aud", hubAudience)), "aud is not this hub alone"},
		{"several audiences", f.token(t, h, c.with("aud", []string{hubClient, "other"}).with("azp", hubClient)), "aud is not this hub alone"},
		{"azp another client", f.token(t, h, c.with("azp", "other")), "azp is another client"},
		{"azp empty", f.token(t, h, c.with("azp", "")), "azp is another client"},
		{"nonce missing", f.token(t, h, c.without("nonce")), "nonce is missing"},
		{"nonce empty", f.token(t, h, c.with("nonce", "")), "nonce is missing"},
		{"nonce of another login", f.token(t, h, c.with("nonce", "another")), "nonce is missing or not"},
		{"iat missing", f.token(t, h, c.without("iat")), "iat is missing"},
		{"iat a string", f.token(t, h, c.with("iat", "1772442000")), "iat is not a number"},
		{"iat in the future", f.token(t, h, c.with("iat", start.Add(2*time.Minute).Unix())), "iat is in the future"},
		{"iat long ago", f.token(t, h, c.with("iat", start.Add(-11*time.Minute).Unix())), "iat is too long ago"},
		{"exp missing", f.token(t, h, c.without("exp")), "exp is missing"},
		{"exp null", f.token(t, h, c.with("exp", nil)), "exp is not a number"},
		{"exp out of range", f.raw(t, h.text(t), strings.Replace(c.without("exp").text(t), "{", `{"exp":1e300,`, 1)), "out of range"},
		{"exp is now", f.token(t, h, c.with("exp", start.Unix())), "expired"},
		{"exp before iat", f.token(t, h, c.with("iat", start.Add(30*time.Second).Unix()).with("exp", start.Add(10*time.Second).Unix())), "exp is not after iat"},
		{"exp too far", f.token(t, h, c.with("exp", start.Add(25*time.Hour).Unix())), "too far"},
		{"nbf in the future", f.token(t, h, c.with("nbf", start.Add(2*time.Minute).Unix())), "nbf is in the future"},
		{"nbf a string", f.token(t, h, c.with("nbf", "soon")), "nbf is not a number"},
		{"at_hash of another access token", f.token(t, h, c.with("at_hash", "bm90IGl0")), "at_hash"},
		{"org missing", f.token(t, h, c.without("org")), "names 0 organisations"},
		{"org of another country", f.token(t, h, c.with("org", "carpati")), "may not vouch"},
		{"org by the hub's own id", f.token(t, h, c.with("org", string(northmet))), "may not vouch"},
		{"two organisations", f.token(t, h, c.with("org", []string{"northmet", "southmet"})), "names 2 organisations"},
		{"roles an object", f.token(t, h, c.with("roles", members{"intel": true})), "roles is neither"},
		{"clearances with a null", f.token(t, h, c.with("clearances", []any{"child-protection", nil})), "clearances holds a null"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			_, err := v.Officer(t.Context(), oidc.LoginToken{Issuer: f.URL, Nonce: testNonce, IDToken: tc.token, AccessToken: "an-access-token"})
			refused(t, err, tc.reason)
		})
	}
}

// TestFaultyAccessTokens offers every faulty token to the API.
func TestFaultyAccessTokens(t *testing.T) {
	f := newFakeIssuer(t)
	v := newVerifier(t, newRegistry(t, f.entry()), newHands().now)
	h, c := f.accessHeader(), f.accessClaims()
	parts := strings.Split(f.token(t, h, c), ".")
	stranger, unknown := newSigner(t, f.id), newSigner(t, "unknown")
	cases := []struct{ name, token, reason string }{
		{"empty", "", "three parts"},
		{"no signature", parts[0] + "." + parts[1] + ".", "three parts"},
		{"five parts, encrypted", "a.b.c.d.e", "three parts"},
		{"payload not JSON", f.raw(t, h.text(t), "plain"), "payload: not JSON"},
		{"claim given twice", f.raw(t, h.text(t), `{"sub":"officer-1",`+c.text(t)[1:]), "given twice"},
		{"claim given twice, in another case", f.raw(t, h.text(t), `{"AUD":"other",`+c.text(t)[1:]), "given twice"},
		{"header member given twice", f.raw(t, `{"alg":"ES256","alg":"none","typ":"at+jwt"}`, c.text(t)), "given twice"},
		{"alg none", f.token(t, h.with("alg", "none"), c), "alg is not accepted"},
		{"alg missing", f.token(t, h.without("alg"), c), "alg is not accepted"},
		{"alg HS256 with the public key", withHMAC(t, f, h.with("alg", "HS256"), c), "alg is not accepted"},
		{"alg RS256 over an ES256 signature", f.token(t, h.with("alg", "RS256"), c), "by no key"},
		{"crit", f.token(t, h.with("crit", []string{"exp"}), c), "header crit"},
		{"key in the header", f.token(t, h.with("jwk", members{"kty": "EC"}), c), "header jwk"},
		{"key address in the header", f.token(t, h.with("jku", f.URL+"/keys"), c), "header jku"},
		{"signed by a stranger under a known key id", stranger.token(t, h, c), "by no key"},
		{"signed by an unknown key", unknown.token(t, h.with("kid", "unknown"), c), "by no key"},
		{"payload exchanged", parts[0] + "." + encode([]byte(c.with("sub", "officer-1").text(t))) + "." + parts[2], "by no key"},
		{"iss missing", f.token(t, h, c.without("iss")), "not in the trust registry"},
		{"iss unknown", f.token(t, h, c.with("iss", "https://evil.example")), "not in the trust registry"},
		{"iss with a slash more", f.token(t, h, c.with("iss", f.URL+"/")), "not in the trust registry"},
		{"sub missing", f.token(t, h, c.without("sub")), "sub is missing"},
		{"sub empty", f.token(t, h, c.with("sub", "")), "sub is missing"},
		{"sub a number", f.token(t, h, c.with("sub", 7)), "sub is not a string"},
		{"sub too long", f.token(t, h, c.with("sub", strings.Repeat("7", 256))), "too long"},
		{"aud missing", f.token(t, h, c.without("aud")), "aud is missing"},
		{"aud an empty list", f.token(t, h, c.with("aud", []string{})), "aud is missing"},
		{"aud several, none ours", f.token(t, h, c.with("aud", []string{"a", "b"})), "expected audience"},
		{"iat missing", f.token(t, h, c.without("iat")), "iat is missing"},
		{"iat in the future", f.token(t, h, c.with("iat", start.Add(2*time.Minute).Unix())), "iat is in the future"},
		{"exp missing", f.token(t, h, c.without("exp")), "exp is missing"},
		{"exp is now", f.token(t, h, c.with("exp", start.Unix())), "expired"},
		{"exp before iat", f.token(t, h, c.with("iat", start.Add(30*time.Second).Unix()).with("exp", start.Add(10*time.Second).Unix())), "exp is not after iat"},
		{"exp out of range", f.raw(t, h.text(t), strings.Replace(c.without("exp").text(t), "{", `{"exp":1e300,`, 1)), "out of range"},
		{"nbf in the future", f.token(t, h, c.with("nbf", start.Add(2*time.Minute).Unix())), "nbf is in the future"},
		{"a logout token by its type", f.token(t, h.with("typ", "logout+jwt"), c), "typ is not"},
		{"org missing", f.token(t, h, c.without("org")), "names 0 organisations"},
		{"two organisations", f.token(t, h, c.with("org", []string{"northmet", "southmet"})), "names 2 organisations"},
		{"roles an object", f.token(t, h, c.with("roles", members{"intel": true})), "roles is neither"},
		{"an ID token", f.token(t, f.idHeader(), f.idClaims()), "typ is not"},
		{"an ID token under an access token's typ", f.token(t, h, f.idClaims()), "claim nonce"},
		{"with at_hash", f.token(t, h, c.with("at_hash", "x")), "claim at_hash"},
		{"typ missing", f.token(t, h.without("typ"), c), "typ is not"},
		{"typ JWT", f.token(t, h.with("typ", "JWT"), c), "typ is not"},
		{"aud of another API", f.token(t, h, c.with("aud", "https://other.example")), "expected audience"},
		{"aud the client", f.token(t, h, c.with("aud", hubClient)), "expected audience"},
		{"bound to a key", f.token(t, h, c.with("cnf", members{"jkt": "x"})), "bound to a key"},
		{"life too long", f.token(t, h, c.with("exp", start.Add(3*time.Hour).Unix())), "too far"},
		{"expired", f.token(t, h, c.with("iat", start.Add(-time.Hour).Unix()).with("exp", start.Unix())), "expired"},
		{"a logout token", f.token(t, h, c.with("events", members{})), "logout"},
		{"org of another country", f.token(t, h, c.with("org", "carpati")), "may not vouch"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			_, err := v.Principal(t.Context(), tc.token)
			refused(t, err, tc.reason)
		})
	}
}

// TestLooserAccessTokenType lets a provider that cannot write at+jwt in, and
// its ID tokens still not.
func TestLooserAccessTokenType(t *testing.T) {
	f := newFakeIssuer(t)
	entry := f.entry()
	entry.AccessTokenType = "JWT"
	v := newVerifier(t, newRegistry(t, entry), newHands().now)
	if _, err := v.Principal(t.Context(), f.token(t, f.idHeader(), f.accessClaims())); err != nil {
		t.Error(err, errors.Unwrap(err))
	}
	_, err := v.Principal(t.Context(), f.token(t, f.idHeader(), f.idClaims().without("nonce")))
	refused(t, err, "expected audience")
}

func TestSuspendedIssuerOpensNothing(t *testing.T) {
	f := newFakeIssuer(t)
	r := newRegistry(t, f.entry())
	v := newVerifier(t, r, newHands().now)
	token := f.token(t, f.accessHeader(), f.accessClaims())
	if _, err := v.Principal(t.Context(), token); err != nil {
		t.Fatal(err, errors.Unwrap(err))
	}
	suspended := f.entry()
	suspended.State = oidc.Suspended
	if err := r.Replace(suspended); err != nil {
		t.Fatal(err)
	}
	_, err := v.Principal(t.Context(), token)
	refused(t, err, "issuer uk is suspended")
}

func TestSameSubjectAtTwoIssuersIsTwoOfficers(t *testing.T) {
	f, other := newFakeIssuer(t), newFakeIssuer(t)
	foreign := other.entry()
	foreign.Name, foreign.Country = "ro", "RO"
	foreign.Organisations.Values = map[string]graph.ID{"northmet": carpati}
	v := newVerifier(t, newRegistry(t, f.entry(), foreign), newHands().now)
	one, err := v.Principal(t.Context(), f.token(t, f.accessHeader(), f.accessClaims()))
	if err != nil {
		t.Fatal(err, errors.Unwrap(err))
	}
	two, err := v.Principal(t.Context(), other.token(t, other.accessHeader(), other.accessClaims()))
	if err != nil {
		t.Fatal(err, errors.Unwrap(err))
	}
	if one.Subject != two.Subject || one.Officer == two.Officer {
		t.Errorf("subjects %q and %q are officers %s and %s", one.Subject, two.Subject, one.Officer, two.Officer)
	}
	if one.Organisation != northmet || two.Organisation != carpati {
		t.Errorf("the same claim gave %s and %s", one.Organisation, two.Organisation)
	}
}

// A partner's claims grant what its own entry says: neither what another's entry
// gives the same words, nor the hub's own names of roles and compartments.
func TestAPartnerClaimingAnothersRolesGetsNone(t *testing.T) {
	f, other := newFakeIssuer(t), newFakeIssuer(t)
	foreign := other.entry()
	foreign.Name, foreign.Country = "ro", "RO"
	foreign.Organisations.Values = map[string]graph.ID{"carpati": carpati}
	foreign.Roles.Values = map[string]auth.Role{"inspectors": auth.Supervisor}
	foreign.Clearances.Values = map[string]graph.Compartment{"minors": graph.Child}
	v := newVerifier(t, newRegistry(t, f.entry(), foreign), newHands().now)
	claims := func(f *fakeIssuer, org string) members {
		return f.accessClaims().with("org", org).
			with("roles", []string{"inspectors", "SUPERVISOR", "SYSTEM_ADMINISTRATOR"}).
			with("clearances", []string{"minors", "CHILD"})
	}
	got, err := v.Principal(t.Context(), f.token(t, f.accessHeader(), claims(f, "northmet")))
	if err != nil {
		t.Fatal(err, errors.Unwrap(err))
	}
	if len(got.Roles) != 0 || len(got.Clearances) != 0 {
		t.Errorf("the claims of one gave what another's give: %v, %v", got.Roles, got.Clearances)
	}
	got, err = v.Principal(t.Context(), other.token(t, other.accessHeader(), claims(other, "carpati")))
	if err != nil {
		t.Fatal(err, errors.Unwrap(err))
	}
	if !slices.Equal(got.Roles, []auth.Role{auth.Supervisor}) || !slices.Equal(got.Clearances, []graph.Compartment{graph.Child}) {
		t.Errorf("its own gave %v, %v", got.Roles, got.Clearances)
	}
}

// withHMAC signs with the public key as if it were a shared secret.
func withHMAC(t *testing.T, f *fakeIssuer, header, payload members) string {
	t.Helper()
	secret, err := x509.MarshalPKIXPublicKey(&f.key.PublicKey)
	if err != nil {
		t.Fatal(err)
	}
	signed := encode([]byte(header.text(t))) + "." + encode([]byte(payload.text(t)))
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte(signed))
	return signed + "." + encode(mac.Sum(nil))
}

package oidc_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"

	"entente/auth"
	"entente/auth/oidc"
	"entente/graph"
)

// The organisations of the tests: two of one country, one of another.
var (
	northmet = organisation(1)
	southmet = organisation(2)
	carpati  = organisation(3)
)

func organisation(n byte) graph.ID { return graph.IDOf(graph.NounOrganisation, [16]byte{n}) }

const (
	hubClient   = "hub"
	hubAudience = "https://hub.example/api"
	testNonce   = "nonce-of-this-login"
)

// start is when every test with a stopped clock begins.
var start = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// hands is a clock that tests move.
type hands struct{ at atomic.Int64 }

func newHands() *hands {
	h := &hands{}
	h.at.Store(start.Unix())
	return h
}

func (h *hands) now() time.Time          { return time.Unix(h.at.Load(), 0).UTC() }
func (h *hands) forward(d time.Duration) { h.at.Add(int64(d / time.Second)) }

// signer is one key of a fake issuer. It signs whatever it is given.
type signer struct {
	key *ecdsa.PrivateKey
	id  string
}

func newSigner(t *testing.T, id string) signer {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return signer{key, id}
}

func encode(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

// raw signs a header and a payload as they are, faults and all.
func (s signer) raw(t *testing.T, header, payload string) string {
	t.Helper()
	signed := encode([]byte(header)) + "." + encode([]byte(payload))
	sum := sha256.Sum256([]byte(signed))
	r, v, err := ecdsa.Sign(rand.Reader, s.key, sum[:])
	if err != nil {
		t.Fatal(err)
	}
	signature := append(r.FillBytes(make([]byte, 32)), v.FillBytes(make([]byte, 32))...)
	return signed + "." + encode(signature)
}

func (s signer) token(t *testing.T, header, payload members) string {
	t.Helper()
	return s.raw(t, header.text(t), payload.text(t))
}

// members are those of a JSON object.
type members map[string]any

func (m members) text(t *testing.T) string {
	t.Helper()
	b, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// with is a copy with one member set, without is one with it gone.
func (m members) with(name string, value any) members {
	c := maps.Clone(m)
	c[name] = value
	return c
}

func (m members) without(name string) members {
	c := maps.Clone(m)
	delete(c, name)
	return c
}

// fakeIssuer is a provider that publishes what a test says.
type fakeIssuer struct {
	*httptest.Server
	signer
	mux    *http.ServeMux
	rounds atomic.Int64 // how often discovery was asked for

	mu        sync.Mutex
	published []signer
	discovery func(http.ResponseWriter, *http.Request) // instead of the honest answer
	keys      func(http.ResponseWriter, *http.Request)
}

func newFakeIssuer(t *testing.T) *fakeIssuer {
	t.Helper()
	f := &fakeIssuer{signer: newSigner(t, "first")}
	f.published = []signer{f.signer}
	mux := http.NewServeMux()
	f.mux = mux
	mux.HandleFunc("/.well-known/openid-configuration", func(w http.ResponseWriter, r *http.Request) {
		f.rounds.Add(1)
		f.serve(w, r, f.answers().discovery, f.honestDiscovery)
	})
	mux.HandleFunc("/keys", func(w http.ResponseWriter, r *http.Request) {
		f.serve(w, r, f.answers().keys, f.honestKeys)
	})
	f.Server = httptest.NewServer(mux)
	t.Cleanup(f.Close)
	return f
}

type answers struct {
	discovery, keys func(http.ResponseWriter, *http.Request)
}

func (f *fakeIssuer) answers() answers {
	f.mu.Lock()
	defer f.mu.Unlock()
	return answers{f.discovery, f.keys}
}

// answer replaces the two answers; nil is the honest one.
func (f *fakeIssuer) answer(discovery, keys http.HandlerFunc) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.discovery, f.keys = discovery, keys
}

func (f *fakeIssuer) publish(signers ...signer) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.published = signers
}

func (f *fakeIssuer) serve(w http.ResponseWriter, r *http.Request, faulty, honest func(http.ResponseWriter, *http.Request)) {
	if faulty != nil {
		faulty(w, r)
		return
	}
	honest(w, r)
}

func (f *fakeIssuer) honestDiscovery(w http.ResponseWriter, _ *http.Request) {
	_ = json.NewEncoder(w).Encode(members{
		"issuer": f.URL, "authorization_endpoint": f.URL + "/authorize",
		"token_endpoint": f.URL + "/token", "jwks_uri": f.URL + "/keys",
	})
}

func (f *fakeIssuer) honestKeys(w http.ResponseWriter, _ *http.Request) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var set jose.JSONWebKeySet
	for _, s := range f.published {
		set.Keys = append(set.Keys, jose.JSONWebKey{Key: &s.key.PublicKey, KeyID: s.id, Algorithm: "ES256", Use: "sig"})
	}
	_ = json.NewEncoder(w).Encode(set)
}

// entry is the fake issuer in the trust registry: a UK agency of two
// organisations.
func (f *fakeIssuer) entry() oidc.Issuer {
	return oidc.Issuer{
		Name: "uk", DisplayName: "Invented Police", Country: "GB", URL: f.URL,
		ClientID: hubClient, Audience: hubAudience,
		Organisations: oidc.Mapping[graph.ID]{Values: map[string]graph.ID{"northmet": northmet, "southmet": southmet}},
		Roles:         oidc.Mapping[auth.Role]{Values: map[string]auth.Role{"intel": auth.Analyst, "boss": auth.Supervisor}},
		Clearances:    oidc.Mapping[graph.Compartment]{Values: map[string]graph.Compartment{"child-protection": graph.Child}},
	}
}

func (f *fakeIssuer) idHeader() members     { return members{"alg": "ES256", "kid": f.id, "typ": "JWT"} }
func (f *fakeIssuer) accessHeader() members { return f.idHeader().with("typ", "at+jwt") }

// idClaims is a good ID token at the start, accessClaims a good access token.
func (f *fakeIssuer) idClaims() members {
	return members{
		"iss": f.URL, "sub": "officer-7", "aud": hubClient, "nonce": testNonce,
		"iat": start.Unix(), "exp": start.Add(5 * time.Minute).Unix(), "auth_time": start.Add(-time.Minute).Unix(),
		"name": "Ada Invented", "org": "northmet", "roles": []string{"intel", "unmapped"}, "clearances": []string{"child-protection"},
	}
}

func (f *fakeIssuer) accessClaims() members {
	return f.idClaims().without("nonce").with("aud", hubAudience).with("client_id", "tool").with("jti", "1")
}

func newRegistry(t *testing.T, issuers ...oidc.Issuer) *oidc.Registry {
	t.Helper()
	r, err := oidc.NewRegistry(issuers...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func newVerifier(t *testing.T, r *oidc.Registry, clock func() time.Time) *oidc.Verifier {
	t.Helper()
	v := oidc.NewVerifier(r, clock)
	t.Cleanup(v.Close)
	return v
}

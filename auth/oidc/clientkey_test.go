package oidc_test

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-jose/go-jose/v4"

	"entente/auth/oidc"
)

// keyFile writes a private key in PEM (PKCS #8).
func keyFile(t *testing.T, private any, mode os.FileMode) string {
	t.Helper()
	der, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "client.pem")
	if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), mode); err != nil {
		t.Fatal(err)
	}
	return file
}

func p256(t *testing.T, curve elliptic.Curve) *ecdsa.PrivateKey {
	t.Helper()
	key, err := ecdsa.GenerateKey(curve, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func TestClientKeyFiles(t *testing.T) {
	_, edwards, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	long, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{
		keyFile(t, p256(t, elliptic.P256()), 0o600): "ES256",
		keyFile(t, edwards, 0o400):                  "EdDSA",
		keyFile(t, long, 0o600):                     "PS256",
	} {
		key, err := oidc.ReadClientKey(file)
		if err != nil {
			t.Fatal(err)
		}
		if got := key.Public(); got.Algorithm != want || !got.IsPublic() || got.KeyID == "" {
			t.Errorf("%s, public %v, id %q; want %s", got.Algorithm, got.IsPublic(), got.KeyID, want)
		}
	}
	text := filepath.Join(t.TempDir(), "text")
	if err := os.WriteFile(text, []byte("no key"), 0o600); err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{
		keyFile(t, p256(t, elliptic.P256()), 0o640): "others than its owner",
		keyFile(t, p256(t, elliptic.P384()), 0o600): "must hold a private key",
		text:           "no key in PEM",
		text + ".gone": "cannot be read",
	} {
		if _, err := oidc.ReadClientKey(file); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

// The hub proves itself by its key, where the code is traded and where the
// request is pushed, to this issuer alone and each time anew.
func TestPrivateKeyJWT(t *testing.T) {
	h := newHub(t)
	key, err := oidc.ReadClientKey(keyFile(t, p256(t, elliptic.P256()), 0o600))
	if err != nil {
		t.Fatal(err)
	}
	f := newFlowIssuer(t, h, func(i *oidc.Issuer) { i.ClientKey = key })
	f.discovers = func(d members) members { return d.with("pushed_authorization_request_endpoint", f.URL+"/push") }
	b := h.browser()
	b.get(h.URL + "/login/door")
	if got := b.who().Officer.Name; got != "Ada Invented" {
		t.Fatalf("signed in as %q", got)
	}
	var set jose.JSONWebKeySet
	if err := json.Unmarshal([]byte(b.get(h.URL+"/login/door/keys").text), &set); err != nil || len(set.Keys) != 1 {
		t.Fatalf("%v, %d keys", err, len(set.Keys))
	}
	ids := map[string]bool{}
	for _, form := range []url.Values{f.pushed["urn:request:0"], f.lastTrade().PostForm} {
		if form.Get("client_assertion_type") != "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" || form.Has("client_secret") {
			t.Errorf("the client proves itself by %q", form.Get("client_assertion_type"))
		}
		signed, err := jose.ParseSignedCompact(form.Get("client_assertion"), []jose.SignatureAlgorithm{jose.ES256})
		if err != nil {
			t.Fatal(err)
		}
		payload, err := signed.Verify(set.Keys[0])
		if err != nil {
			t.Fatal(err)
		}
		var got struct {
			Iss, Sub, Aud, Jti string
			Iat, Exp           int64
		}
		if err := json.Unmarshal(payload, &got); err != nil {
			t.Fatal(err)
		}
		if got.Iss != hubClient || got.Sub != hubClient || got.Aud != f.URL || got.Iat != start.Unix() || got.Exp != start.Unix()+60 || ids[got.Jti] {
			t.Errorf("the assertion says %+v", got)
		}
		ids[got.Jti] = true
	}
	if got := b.get(h.URL + "/login/uk/keys").text; got != `{"keys":[]}`+"\n" {
		t.Errorf("an issuer without a key publishes %s", got)
	}
}

// A pushed request leaves nothing in the browser's address but a reference.
func TestPushedRequests(t *testing.T) {
	for name, change := range map[string]func(*oidc.Issuer){
		"public client": nil,
		"secret":        func(i *oidc.Issuer) { i.ClientSecret = "s3cret" },
	} {
		t.Run(name, func(t *testing.T) {
			h := newHub(t)
			f := newFlowIssuer(t, h, change)
			f.discovers = func(d members) members { return d.with("pushed_authorization_request_endpoint", f.URL+"/push") }
			b := h.browser()
			begun, err := url.Parse(b.still().get(h.URL + "/login/door").Header.Get("Location"))
			if err != nil {
				t.Fatal(err)
			}
			if got := begun.Query().Encode(); got != "client_id=hub&request_uri=urn%3Arequest%3A0" {
				t.Errorf("the browser carries %s", got)
			}
			if got := f.pushed["urn:request:0"]; got.Get("state") == "" || got.Get("nonce") == "" || got.Get("code_challenge_method") != "S256" {
				t.Errorf("pushed was %v", got)
			}
			b.get(begun.String())
			if got := b.who().Officer.Name; got != "Ada Invented" {
				t.Errorf("signed in as %q", got)
			}
		})
	}
}

// What cannot be pushed is not sent through the browser instead.
func TestPushRefused(t *testing.T) {
	h := newHub(t)
	f := newFlowIssuer(t, h, nil)
	f.discovers = func(d members) members { return d.with("pushed_authorization_request_endpoint", f.URL+"/authorize") }
	h.failed(h.browser().get(h.URL+"/login/door"), "push the request: status 405")
}

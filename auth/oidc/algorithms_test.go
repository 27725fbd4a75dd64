package oidc_test

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/json"
	"errors"
	"net/http"
	"testing"

	"github.com/go-jose/go-jose/v4"

	"entente/auth/oidc"
)

func rsaKey(t *testing.T, bits int) *rsa.PrivateKey {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, bits)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// publishing serves one key as the whole key set.
func publishing(t *testing.T, key crypto.Signer) http.HandlerFunc {
	t.Helper()
	set, err := json.Marshal(jose.JSONWebKeySet{Keys: []jose.JSONWebKey{{Key: key.Public(), KeyID: "first"}}})
	if err != nil {
		t.Fatal(err)
	}
	return say(string(set))
}

func signWith(t *testing.T, alg jose.SignatureAlgorithm, key crypto.Signer, claims members) string {
	t.Helper()
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: alg, Key: jose.JSONWebKey{Key: key, KeyID: "first"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	signed, err := signer.Sign([]byte(claims.text(t)))
	if err != nil {
		t.Fatal(err)
	}
	token, err := signed.CompactSerialize()
	if err != nil {
		t.Fatal(err)
	}
	return token
}

// TestEveryAcceptedAlgorithm signs in with each, at_hash included.
func TestEveryAcceptedAlgorithm(t *testing.T) {
	const access = "an-access-token"
	short, long := sha256.Sum256([]byte(access)), sha512.Sum512([]byte(access))
	_, ed, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	ec, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	big := rsaKey(t, 2048)
	for _, tc := range []struct {
		alg  jose.SignatureAlgorithm
		key  crypto.Signer
		hash []byte
	}{
		{jose.ES256, ec, short[:16]}, {jose.RS256, big, short[:16]}, {jose.PS256, big, short[:16]}, {jose.EdDSA, ed, long[:32]},
	} {
		t.Run(string(tc.alg), func(t *testing.T) {
			f := newFakeIssuer(t)
			f.answer(nil, publishing(t, tc.key))
			v := newVerifier(t, newRegistry(t, f.entry()), newHands().now)
			token := signWith(t, tc.alg, tc.key, f.idClaims().with("at_hash", encode(tc.hash)))
			_, err := v.Officer(t.Context(), oidc.LoginToken{Issuer: f.URL, Nonce: testNonce, IDToken: token, AccessToken: access})
			if err != nil {
				t.Error(err, errors.Unwrap(err))
			}
		})
	}
}

func TestIssuerMayNarrowTheAlgorithms(t *testing.T) {
	f, key := newFakeIssuer(t), rsaKey(t, 2048)
	f.answer(nil, publishing(t, key))
	entry := f.entry()
	entry.Algorithms = []string{"ES256"}
	v := newVerifier(t, newRegistry(t, entry), newHands().now)
	_, err := v.Officer(t.Context(), oidc.LoginToken{Issuer: f.URL, Nonce: testNonce, IDToken: signWith(t, jose.RS256, key, f.idClaims())})
	refused(t, err, "alg is not accepted")
}

func TestShortRSAKeyIsPassedOver(t *testing.T) {
	t.Setenv("GODEBUG", "rsa1024min=0")
	f, key := newFakeIssuer(t), rsaKey(t, 1024)
	f.answer(nil, publishing(t, key))
	v := newVerifier(t, newRegistry(t, f.entry()), newHands().now)
	_, err := v.Officer(t.Context(), oidc.LoginToken{Issuer: f.URL, Nonce: testNonce, IDToken: signWith(t, jose.RS256, key, f.idClaims())})
	refused(t, err, "no usable key")
}

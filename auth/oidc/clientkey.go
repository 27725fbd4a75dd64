package oidc

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/go-jose/go-jose/v4"
)

// ClientKey is the key by which the hub proves to a provider that it is the
// client registered there (private_key_jwt, OpenID Connect Core section 9): no
// secret is shared, and none travels.
type ClientKey struct {
	private jose.JSONWebKey
}

const (
	assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
	assertionLife = time.Minute
)

// ReadClientKey reads a private key in PEM: PKCS #8, or an EC key alone. It must
// be of the curve P-256, Ed25519, or RSA of 2048 bits or more, and its file must
// be for its owner's eyes alone.
func ReadClientKey(file string) (*ClientKey, error) {
	about, err := os.Stat(file)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", err)
	}
	if about.Mode().Perm()&0o077 != 0 {
		return nil, errors.New("can be read by others than its owner: chmod 600")
	}
	data, err := os.ReadFile(file) //nolint:gosec // the operator's own configuration
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", err)
	}
	block, _ := pem.Decode(data)
	if block == nil {
		return nil, errors.New("holds no key in PEM")
	}
	return newClientKey(parsePrivate(block))
}

// parsePrivate gives nil for what is no private key.
func parsePrivate(block *pem.Block) any {
	if key, err := x509.ParsePKCS8PrivateKey(block.Bytes); err == nil {
		return key
	}
	if key, err := x509.ParseECPrivateKey(block.Bytes); err == nil {
		return key
	}
	return nil
}

func newClientKey(private any) (*ClientKey, error) {
	key := jose.JSONWebKey{Key: private, Use: "sig"}
	switch k := private.(type) {
	case *ecdsa.PrivateKey:
		if k.Curve == elliptic.P256() {
			key.Algorithm = string(jose.ES256)
		}
	case ed25519.PrivateKey:
		key.Algorithm = string(jose.EdDSA)
	case *rsa.PrivateKey:
		if k.N.BitLen() >= minRSABits {
			key.Algorithm = string(jose.PS256)
		}
	}
	if key.Algorithm == "" {
		return nil, errors.New("must hold a private key of P-256, Ed25519, or RSA of 2048 bits or more")
	}
	sum, err := key.Thumbprint(crypto.SHA256)
	if err != nil {
		return nil, fmt.Errorf("thumbprint: %w", err)
	}
	key.KeyID = encodeHash(sum)
	return &ClientKey{private: key}, nil
}

// Public is the half that the provider is given, named by its thumbprint
// (RFC 7638).
func (k *ClientKey) Public() jose.JSONWebKey { return k.private.Public() }

// assertion says to one provider, once and for a minute, that the hub is its
// client (RFC 7523 section 3). Its audience is the issuer alone, so that no
// other provider could use it.
func (k *ClientKey) assertion(i Issuer, id string, now time.Time) (string, error) {
	signer, err := jose.NewSigner(
		jose.SigningKey{Algorithm: jose.SignatureAlgorithm(k.private.Algorithm), Key: k.private},
		(&jose.SignerOptions{}).WithType("JWT"))
	if err != nil {
		return "", fmt.Errorf("client assertion: %w", err)
	}
	payload, err := json.Marshal(map[string]any{
		"iss": i.ClientID, "sub": i.ClientID, "aud": i.URL, "jti": id,
		"iat": now.Unix(), "exp": now.Add(assertionLife).Unix(),
	})
	if err != nil {
		return "", fmt.Errorf("client assertion: %w", err)
	}
	signed, err := signer.Sign(payload)
	if err != nil {
		return "", fmt.Errorf("client assertion: %w", err)
	}
	return signed.CompactSerialize()
}

// asserted are the parameters that prove the client where it has a key; none
// where it has not.
func (l *Login) asserted(i Issuer) (map[string]string, error) {
	if i.ClientKey == nil {
		return nil, nil
	}
	id, err := l.draw()
	if err != nil {
		return nil, err
	}
	assertion, err := i.ClientKey.assertion(i, id, l.options.Clock())
	if err != nil {
		return nil, err
	}
	return map[string]string{"client_assertion_type": assertionType, "client_assertion": assertion}, nil
}

// clientKeys publishes the public half of the key that proves the hub to one
// provider, for its administrator to enter or its jwks_uri to name. Without such
// a key, or such a provider, the set is empty.
func (l *Login) clientKeys(w http.ResponseWriter, r *http.Request) {
	set := jose.JSONWebKeySet{Keys: []jose.JSONWebKey{}}
	if issuer, ok := l.options.Registry.ByName(r.PathValue("issuer")); ok && issuer.ClientKey != nil {
		set.Keys = append(set.Keys, issuer.ClientKey.Public())
	}
	w.Header().Set("Content-Type", "application/jwk-set+json")
	_ = json.NewEncoder(w).Encode(set) // a provider that went away can ask again
}

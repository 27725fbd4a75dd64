package oidc

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/go-jose/go-jose/v4"
)

// ProofKey is the key that a client's access tokens are bound to (RFC 9449). It
// is kept as a JSON Web Key; whoever has that and the token is the holder.
type ProofKey struct {
	private jose.JSONWebKey
}

// NewProofKey draws a key of P-256.
func NewProofKey() (*ProofKey, error) {
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("draw a key for proofs: %w", err)
	}
	return &ProofKey{jose.JSONWebKey{Key: private}}, nil
}

// MarshalJSON gives the private key.
func (k *ProofKey) MarshalJSON() ([]byte, error) { return k.private.MarshalJSON() }

// UnmarshalJSON takes what MarshalJSON gave.
func (k *ProofKey) UnmarshalJSON(text []byte) error {
	if err := k.private.UnmarshalJSON(text); err != nil {
		return err
	}
	if _, ok := k.private.Key.(*ecdsa.PrivateKey); !ok {
		return fmt.Errorf("a key for proofs is a private EC key")
	}
	return nil
}

// Proof is the value of the header DPoP for one request: its method, its URL
// without query, the access token that goes with it, or none at a token endpoint,
// and the nonce the server asked for, or none.
func (k *ProofKey) Proof(method, url, token, nonce string, now time.Time) (string, error) {
	payload := map[string]any{"jti": rand.Text(), "htm": method, "htu": url, "iat": now.Unix()}
	if token != "" {
		sum := sha256.Sum256([]byte(token))
		payload["ath"] = encodeHash(sum[:])
	}
	if nonce != "" {
		payload["nonce"] = nonce
	}
	text, err := json.Marshal(payload)
	if err != nil {
		return "", fmt.Errorf("make a proof: %w", err)
	}
	signer, err := jose.NewSigner(
		jose.SigningKey{Algorithm: jose.ES256, Key: k.private.Key},
		(&jose.SignerOptions{EmbedJWK: true}).WithType(typeProof))
	if err != nil {
		return "", fmt.Errorf("make a proof: %w", err)
	}
	signed, err := signer.Sign(text)
	if err != nil {
		return "", fmt.Errorf("make a proof: %w", err)
	}
	return signed.CompactSerialize()
}

// proving puts a proof on each request to a token endpoint, and again with the
// nonce that the provider asks for.
type proving struct {
	key   *ProofKey
	clock func() time.Time
	next  http.RoundTripper
}

// RoundTrip sends a request that can be sent twice.
func (p proving) RoundTrip(r *http.Request) (*http.Response, error) {
	answer, err := p.send(r, "")
	if err != nil || answer.StatusCode != http.StatusBadRequest && answer.StatusCode != http.StatusUnauthorized {
		return answer, err
	}
	nonce := answer.Header.Get("DPoP-Nonce")
	if nonce == "" || r.GetBody == nil {
		return answer, nil
	}
	if err := answer.Body.Close(); err != nil {
		return nil, err
	}
	return p.send(r, nonce)
}

func (p proving) send(r *http.Request, nonce string) (*http.Response, error) {
	proof, err := p.key.Proof(r.Method, withoutQuery(r), "", nonce, p.clock())
	if err != nil {
		return nil, err
	}
	again := r.Clone(r.Context())
	if r.GetBody != nil {
		if again.Body, err = r.GetBody(); err != nil {
			return nil, err
		}
	}
	again.Header.Set("DPoP", proof)
	return p.next.RoundTrip(again)
}

func withoutQuery(r *http.Request) string {
	u := *r.URL
	u.RawQuery, u.Fragment = "", ""
	return u.String()
}

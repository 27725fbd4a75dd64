package oidc

import (
	"context"
	"crypto/rsa"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/go-jose/go-jose/v4"
)

const (
	maxKeys    = 64
	minRSABits = 2048
)

// parseKeys reads a JSON Web Key Set. Keys that cannot verify a signature here
// (symmetric, for encryption, unknown, short) are passed over (RFC 7517
// section 5); a set without any usable key is an error.
func parseKeys(data []byte) ([]jose.JSONWebKey, error) {
	var set struct {
		Keys []json.RawMessage `json:"keys"`
	}
	if err := json.Unmarshal(data, &set); err != nil {
		return nil, errors.New("key set is not JSON")
	}
	if len(set.Keys) > maxKeys {
		return nil, fmt.Errorf("key set holds more than %d keys", maxKeys)
	}
	var keys []jose.JSONWebKey
	for _, raw := range set.Keys {
		var key jose.JSONWebKey
		if json.Unmarshal(raw, &key) == nil && usable(key) {
			keys = append(keys, key)
		}
	}
	if len(keys) == 0 {
		return nil, errors.New("key set holds no usable key")
	}
	return keys, nil
}

func usable(key jose.JSONWebKey) bool {
	if !key.Valid() || !key.IsPublic() || key.Use == "enc" {
		return false
	}
	if public, ok := key.Key.(*rsa.PublicKey); ok {
		return public.N.BitLen() >= minRSABits
	}
	return true
}

// errUnknownKey says that no key of the set made the signature.
var errUnknownKey = errors.New("signature is by no key of the issuer")

// verifyWith checks the signature with the keys that may have made it: of the
// same key id and algorithm, where either is given.
func verifyWith(keys []jose.JSONWebKey, jws *jose.JSONWebSignature) ([]byte, error) {
	signed := jws.Signatures[0].Header
	for _, key := range keys {
		if signed.KeyID != "" && key.KeyID != signed.KeyID || key.Algorithm != "" && key.Algorithm != signed.Algorithm {
			continue
		}
		if payload, err := jws.Verify(key); err == nil {
			return payload, nil
		}
	}
	return nil, errUnknownKey
}

func getKeys(ctx context.Context, client *http.Client, url string) ([]jose.JSONWebKey, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, fmt.Errorf("key set address: %w", err)
	}
	answer, err := client.Do(request)
	if err != nil {
		return nil, fmt.Errorf("fetch keys: %w", err)
	}
	body, err := io.ReadAll(answer.Body)
	if err := errors.Join(err, answer.Body.Close()); err != nil {
		return nil, fmt.Errorf("fetch keys: %w", err)
	}
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("fetch keys: status %d", answer.StatusCode)
	}
	return parseKeys(body)
}

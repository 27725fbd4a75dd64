package devissuer

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/go-jose/go-jose/v4"
)

// signingKey is the provider's one key, in the forms op asks for.
type signingKey struct {
	private *ecdsa.PrivateKey
	id      string
}

// ID names the key by what it is.
func (k signingKey) ID() string { return k.id }

// SignatureAlgorithm implements op.SigningKey.
func (k signingKey) SignatureAlgorithm() jose.SignatureAlgorithm { return jose.ES256 }

// Key implements op.SigningKey.
func (k signingKey) Key() any { return k.private }

// publicKey is the half that is published.
type publicKey struct{ signingKey }

// Algorithm implements op.Key.
func (k publicKey) Algorithm() jose.SignatureAlgorithm { return jose.ES256 }

// Use implements op.Key.
func (k publicKey) Use() string { return "sig" }

// Key implements op.Key.
func (k publicKey) Key() any { return &k.private.PublicKey }

const pemType = "EC PRIVATE KEY"

// loadKey reads the key file, or makes one that only its owner can read.
func loadKey(file string) (signingKey, error) {
	if file == "" {
		return newKey()
	}
	data, err := os.ReadFile(file) //nolint:gosec // the caller's own key file
	if errors.Is(err, fs.ErrNotExist) {
		return makeKeyFile(file)
	}
	if err != nil {
		return signingKey{}, fmt.Errorf("signing key: %w", err)
	}
	block, _ := pem.Decode(data)
	if block == nil || block.Type != pemType {
		return signingKey{}, fmt.Errorf("signing key: %s is not a PEM key; delete it to have a new one made", file)
	}
	private, err := x509.ParseECPrivateKey(block.Bytes)
	if err != nil {
		return signingKey{}, fmt.Errorf("signing key: %w", err)
	}
	return named(private)
}

// makeKeyFile writes beside and renames, so that no half key is ever read.
func makeKeyFile(file string) (signingKey, error) {
	key, err := newKey()
	if err != nil {
		return signingKey{}, err
	}
	der, err := x509.MarshalECPrivateKey(key.private)
	if err != nil {
		return signingKey{}, fmt.Errorf("signing key: %w", err)
	}
	beside := file + ".new"
	if err := os.WriteFile(beside, pem.EncodeToMemory(&pem.Block{Type: pemType, Bytes: der}), 0o600); err != nil {
		return signingKey{}, fmt.Errorf("signing key: %w", err)
	}
	if err := os.Rename(beside, file); err != nil {
		return signingKey{}, fmt.Errorf("signing key: %w", err)
	}
	return key, nil
}

func newKey() (signingKey, error) {
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return signingKey{}, fmt.Errorf("signing key: %w", err)
	}
	return named(private)
}

func named(private *ecdsa.PrivateKey) (signingKey, error) {
	der, err := x509.MarshalPKIXPublicKey(&private.PublicKey)
	if err != nil {
		return signingKey{}, fmt.Errorf("signing key: %w", err)
	}
	sum := sha256.Sum256(der)
	return signingKey{private, hex.EncodeToString(sum[:8])}, nil
}

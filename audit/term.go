package audit

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path/filepath"
)

// Fingerprint is the keyed hash of one search term: 32 hexadecimal digits.
type Fingerprint string

// TermKey is the secret under which search terms are hashed. Without it a
// fingerprint cannot be tried against a list of names or numbers. All processes
// of one hub share it.
type TermKey [32]byte

// Fingerprint hashes a normalised term under the path of its input, so that
// the same digits as a phone and as an account differ (HMAC-SHA-256, RFC 2104,
// cut to 128 bits).
func (k TermKey) Fingerprint(path, term string) Fingerprint {
	mac := hmac.New(sha256.New, k[:])
	// A hash never fails to write.
	_, _ = fmt.Fprintf(mac, "%d:%s%s", len(path), path, term)
	return Fingerprint(hex.EncodeToString(mac.Sum(nil)[:16]))
}

// OpenTermKey reads the key kept in a folder, and makes it from random at the
// first start. The file is readable by its owner only.
func OpenTermKey(dir string, random io.Reader) (TermKey, error) {
	text, err := openSecret(filepath.Join(dir, "terms.key"), func() (string, error) {
		var key TermKey
		_, err := io.ReadFull(random, key[:])
		return hex.EncodeToString(key[:]), err
	})
	if err != nil {
		return TermKey{}, fmt.Errorf("term key: %w", err)
	}
	raw, err := hex.DecodeString(text)
	if err != nil || len(raw) != len(TermKey{}) {
		return TermKey{}, errors.New("term key: the file does not hold 64 hexadecimal digits")
	}
	return TermKey(raw), nil
}

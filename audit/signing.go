package audit

import (
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// signing is the key pair of one log.
type signing struct {
	signer   note.Signer
	verifier note.Verifier
	public   string
}

// openSigning reads the signing key of a folder and makes it at the first
// start. A log whose key is gone is refused: signing on with a new key would
// look like a fork to every partner.
func openSigning(dir, name string, begun bool, random io.Reader) (signing, error) {
	path := filepath.Join(dir, signingFile)
	if _, err := os.Stat(path); begun && err != nil {
		return signing{}, fmt.Errorf("the audit log has entries but its signing key cannot be read: restore %s: %w", signingFile, err)
	}
	secret, err := openSecret(path, func() (string, error) {
		secret, _, err := note.GenerateKey(random, name)
		return secret, err
	})
	if err != nil {
		return signing{}, fmt.Errorf("signing key: %w", err)
	}
	keys, err := parseSigning(secret)
	if err != nil {
		return signing{}, err
	}
	if keys.signer.Name() != name {
		return signing{}, fmt.Errorf("the audit log in this folder is named %q, not %q", keys.signer.Name(), name)
	}
	return keys, keys.publish(dir)
}

// parseSigning makes the key pair from a note signer key, whose last field is
// an algorithm byte and the seed.
func parseSigning(secret string) (signing, error) {
	malformed := errors.New("signing key: the file does not hold a note signer key")
	signer, err := note.NewSigner(secret)
	if err != nil {
		return signing{}, malformed
	}
	// PRIVATE+KEY+name+hash+key, where only the last may hold a plus sign.
	fields := strings.SplitN(secret, "+", 5)
	raw, err := base64.StdEncoding.DecodeString(fields[len(fields)-1])
	if err != nil || len(raw) != 1+ed25519.SeedSize {
		return signing{}, malformed
	}
	pub, _ := ed25519.NewKeyFromSeed(raw[1:]).Public().(ed25519.PublicKey)
	public, err := note.NewEd25519VerifierKey(signer.Name(), pub)
	if err != nil {
		return signing{}, malformed
	}
	verifier, err := note.NewVerifier(public)
	if err != nil {
		return signing{}, malformed
	}
	return signing{signer, verifier, public}, nil
}

// publish keeps the public key beside the log for partners to copy.
func (s signing) publish(dir string) error {
	path := filepath.Join(dir, verifierFile)
	if was, err := os.ReadFile(path); err == nil && string(was) == s.public+"\n" { //nolint:gosec // own folder
		return nil
	}
	aside, err := writeAside(path, s.public+"\n", 0o644)
	if err != nil {
		return fmt.Errorf("verifier key: %w", err)
	}
	if err := errors.Join(os.Rename(aside, path), syncFolder(dir)); err != nil {
		return fmt.Errorf("verifier key: %w", err)
	}
	return nil
}

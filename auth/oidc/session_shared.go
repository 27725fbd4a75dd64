package oidc

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
)

// Vault keeps sealed sessions where every process of the hub finds them;
// graph/neo4j.Store is one. The bytes mean nothing to it.
type Vault interface {
	// KeepSession keeps a new session under its key and its marks, and may drop
	// those that have ended.
	KeepSession(ctx context.Context, key string, sealed []byte, ends time.Time, marks ...string) error
	// SessionUnder gives what is kept, as last written by any process; nil if
	// nothing is.
	SessionUnder(ctx context.Context, key string) ([]byte, error)
	// ChangeSession replaces what is kept by what change makes of it, in one
	// step; false if nothing is kept.
	ChangeSession(ctx context.Context, key string, change func(sealed []byte) ([]byte, error)) (bool, error)
	// DropSession forgets a session; it is no error if there is none.
	DropSession(ctx context.Context, key string) error
}

// MarkVault finds what a Vault keeps by its marks, and remembers what was spent.
type MarkVault interface {
	Vault
	// SessionsMarked gives what is kept under a mark, by key.
	SessionsMarked(ctx context.Context, mark string) (map[string][]byte, error)
	// SpendToken keeps a name until the time, and may drop what is past its own;
	// false if it was kept already.
	SpendToken(ctx context.Context, name string, until time.Time) (bool, error)
}

// SharedSessions are sessions that all processes of a hub share: a login begun
// at one goes on at another, and who signs out at one is signed out at all. They
// are sealed with a key that the vault does not have: who reads it learns neither
// an officer's name nor an ID token, and cannot make a session or move one.
type SharedSessions struct {
	vault  MarkVault
	seal   cipher.AEAD
	marks  []byte // the key of the marks' hashes
	random io.Reader
}

// NewSharedSessions keeps sessions in a vault. The key is that of the cookies, 32
// bytes, the same at all processes; another one ends every session.
func NewSharedSessions(vault MarkVault, key []byte, random io.Reader) (*SharedSessions, error) {
	if len(key) != 32 {
		return nil, errors.New("the key of the sessions must be 32 bytes")
	}
	derived, err := hkdf.Key(sha256.New, key, nil, "entente sessions", 32)
	if err != nil {
		return nil, fmt.Errorf("key of the sessions: %w", err)
	}
	marks, err := hkdf.Key(sha256.New, key, nil, "entente session marks", 32)
	if err != nil {
		return nil, fmt.Errorf("key of the sessions: %w", err)
	}
	block, err := aes.NewCipher(derived)
	if err != nil {
		return nil, fmt.Errorf("key of the sessions: %w", err)
	}
	seal, err := cipher.NewGCM(block)
	if err != nil {
		return nil, fmt.Errorf("key of the sessions: %w", err)
	}
	return &SharedSessions{vault, seal, marks, random}, nil
}

// Create implements SessionStore.
func (s *SharedSessions) Create(ctx context.Context, key SessionKey, session Session) error {
	sealed, err := s.sealed(key, session)
	if err != nil {
		return err
	}
	marks := []string{s.mark(SessionMark{Officer: session.Officer.Officer})}
	if session.Login != "" {
		marks = append(marks, s.mark(SessionMark{Issuer: session.Officer.Issuer, Login: session.Login}))
	}
	return s.vault.KeepSession(ctx, key.String(), sealed, session.Ends, marks...)
}

// Marked implements SessionFinder.
func (s *SharedSessions) Marked(ctx context.Context, mark SessionMark) ([]Session, error) {
	sealed, err := s.vault.SessionsMarked(ctx, s.mark(mark))
	if err != nil {
		return nil, err
	}
	var found []Session
	for name, bytes := range sealed {
		key, ok := parseSessionKey(name)
		if !ok {
			continue
		}
		session, err := s.opened(key, bytes)
		if err == nil && mark.has(session) {
			found = append(found, session)
		}
	}
	return found, nil
}

// Spend implements SpentTokens.
func (s *SharedSessions) Spend(ctx context.Context, token string, expires time.Time) (bool, error) {
	return s.vault.SpendToken(ctx, s.hashed("spent", token), expires)
}

// mark is a mark as the vault knows it: it tells nobody whose sessions they are,
// but the same officer's have the same.
func (s *SharedSessions) mark(m SessionMark) string {
	if m.Officer != "" {
		return s.hashed("officer", string(m.Officer))
	}
	return s.hashed("login", m.Issuer, m.Login)
}

func (s *SharedSessions) hashed(words ...string) string {
	mac := hmac.New(sha256.New, s.marks)
	for _, word := range words {
		_, _ = fmt.Fprintf(mac, "%d:%s", len(word), word)
	}
	return hex.EncodeToString(mac.Sum(nil))
}

// Find implements SessionStore.
func (s *SharedSessions) Find(ctx context.Context, key SessionKey) (Session, error) {
	sealed, err := s.vault.SessionUnder(ctx, key.String())
	if err != nil {
		return Session{}, err
	}
	return s.opened(key, sealed)
}

// Change implements SessionStore.
func (s *SharedSessions) Change(ctx context.Context, key SessionKey, change func(*Session)) error {
	found, err := s.vault.ChangeSession(ctx, key.String(), func(sealed []byte) ([]byte, error) {
		session, err := s.opened(key, sealed)
		if err != nil {
			return nil, err
		}
		change(&session)
		return s.sealed(key, session)
	})
	if err == nil && !found {
		return ErrNoSession
	}
	return err
}

// Delete implements SessionStore.
func (s *SharedSessions) Delete(ctx context.Context, key SessionKey) error {
	return s.vault.DropSession(ctx, key.String())
}

func (s *SharedSessions) sealed(key SessionKey, session Session) ([]byte, error) {
	plain, err := json.Marshal(session)
	if err != nil {
		return nil, fmt.Errorf("seal a session: %w", err)
	}
	nonce := make([]byte, s.seal.NonceSize())
	if _, err := io.ReadFull(s.random, nonce); err != nil {
		return nil, fmt.Errorf("seal a session: %w", err)
	}
	return s.seal.Seal(nonce, nonce, plain, key[:]), nil
}

// opened gives a session, or ErrNoSession for what was not sealed with this key
// for this place.
func (s *SharedSessions) opened(key SessionKey, sealed []byte) (Session, error) {
	if len(sealed) < s.seal.NonceSize() {
		return Session{}, ErrNoSession
	}
	plain, err := s.seal.Open(nil, sealed[:s.seal.NonceSize()], sealed[s.seal.NonceSize():], key[:])
	if err != nil {
		return Session{}, ErrNoSession
	}
	var session Session
	if err := json.Unmarshal(plain, &session); err != nil {
		return Session{}, fmt.Errorf("read a session: %w", err)
	}
	return session, nil
}

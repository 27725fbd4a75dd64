package oidc

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

// The cookies. Over https both carry the __Host- prefix, which ties them to
// this very origin. The prefix needs Secure, which Chromium takes on http from
// loopback but not every client does, so the plain names are used there.
const (
	sessionCookie = "entente"
	pendingCookie = "entente-login"
	hostPrefix    = "__Host-"
)

// pendingLife is how long a login may take between the two ends of a redirect.
const pendingLife = 10 * time.Minute

// pending is a login under way, bound to the browser by a sealed cookie, so
// that any process of the hub can finish it.
type pending struct {
	Issuer   string    `json:"i"` // short name
	State    string    `json:"s"`
	Nonce    string    `json:"n"`
	Verifier string    `json:"v"` // of PKCE
	Return   string    `json:"r"`
	StepUp   bool      `json:"u,omitempty"`
	Ends     time.Time `json:"e"`
}

type cookies struct {
	secure bool
	seal   cipher.AEAD
	random io.Reader
}

func newCookies(secure bool, key []byte, random io.Reader) (cookies, error) {
	if len(key) == 0 {
		key = make([]byte, 32)
		if _, err := io.ReadFull(random, key); err != nil {
			return cookies{}, fmt.Errorf("cookie key: %w", err)
		}
	}
	if len(key) != 32 {
		return cookies{}, errors.New("cookie key must be 32 bytes")
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return cookies{}, fmt.Errorf("cookie key: %w", err)
	}
	seal, err := cipher.NewGCM(block)
	if err != nil {
		return cookies{}, fmt.Errorf("cookie key: %w", err)
	}
	return cookies{secure, seal, random}, nil
}

func (c cookies) name(of string) string {
	if c.secure {
		return hostPrefix + of
	}
	return of
}

// set gives the browser a cookie until it closes; an empty value takes it away.
func (c cookies) set(w http.ResponseWriter, name, value string) {
	cookie := &http.Cookie{Name: c.name(name), Value: value, Path: "/", //nolint:gosec // loopback has no TLS; all else is secure
		Secure: c.secure, HttpOnly: true, SameSite: http.SameSiteLaxMode}
	if value == "" {
		cookie.MaxAge = -1
	}
	http.SetCookie(w, cookie)
}

// get is the one cookie of a name. Two of them mean that somebody else planted
// one, and neither is believed.
func (c cookies) get(r *http.Request, name string) (string, error) {
	found := r.CookiesNamed(c.name(name))
	switch len(found) {
	case 0:
		return "", ErrNoCredential
	case 1:
		return found[0].Value, nil
	}
	return "", errors.New("the same cookie came twice")
}

func (c cookies) setPending(w http.ResponseWriter, p pending) error {
	plain, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("seal login: %w", err)
	}
	nonce := make([]byte, c.seal.NonceSize())
	if _, err := io.ReadFull(c.random, nonce); err != nil {
		return fmt.Errorf("seal login: %w", err)
	}
	sealed := c.seal.Seal(nonce, nonce, plain, []byte(pendingCookie))
	c.set(w, pendingCookie, base64.RawURLEncoding.EncodeToString(sealed))
	return nil
}

func (c cookies) getPending(r *http.Request, now time.Time) (pending, error) {
	value, err := c.get(r, pendingCookie)
	if err != nil {
		return pending{}, fmt.Errorf("login cookie: %w", err)
	}
	sealed, err := base64.RawURLEncoding.DecodeString(value)
	if err != nil || len(sealed) < c.seal.NonceSize() {
		return pending{}, errors.New("login cookie is malformed")
	}
	nonce, sealed := sealed[:c.seal.NonceSize()], sealed[c.seal.NonceSize():]
	plain, err := c.seal.Open(nil, nonce, sealed, []byte(pendingCookie))
	if err != nil {
		return pending{}, errors.New("login cookie was not sealed by this hub")
	}
	var p pending
	if err := json.Unmarshal(plain, &p); err != nil {
		return pending{}, fmt.Errorf("login cookie: %w", err)
	}
	if !now.Before(p.Ends) {
		return pending{}, errors.New("the login took too long")
	}
	return p, nil
}

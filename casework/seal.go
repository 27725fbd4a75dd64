package casework

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"entente/graph"
)

// seal turns revisions and places in lists into tokens that tell nothing.
type seal struct {
	box    cipher.AEAD
	nonces []byte
	random io.Reader
	clock  func() time.Time
}

func newSeal(key [32]byte, random io.Reader, clock func() time.Time) (*seal, error) {
	keys, err := hkdf.Key(sha256.New, key[:], nil, "entente sealed tokens", 64)
	if err != nil {
		return nil, fmt.Errorf("derive the keys of tokens: %w", err)
	}
	block, err := aes.NewCipher(keys[:32])
	if err != nil {
		return nil, fmt.Errorf("derive the keys of tokens: %w", err)
	}
	box, err := cipher.NewGCM(block)
	if err != nil {
		return nil, fmt.Errorf("derive the keys of tokens: %w", err)
	}
	return &seal{box: box, nonces: keys[32:], random: random, clock: clock}, nil
}

const revisionContext = "revision"

// revision seals a revision under a random nonce: two tokens of one revision
// differ, so that not even "nothing happened" can be read from them. The hub
// itself can tell when it sealed one.
func (s *seal) revision(r graph.Revision) (string, error) { return s.revisionAt(r, s.clock()) }

// revisionAt seals a revision as of a time: what dates did up to then is part of
// what the token stands for.
func (s *seal) revisionAt(r graph.Revision, at time.Time) (string, error) {
	nonce := make([]byte, s.box.NonceSize())
	if _, err := io.ReadFull(s.random, nonce); err != nil {
		return "", fmt.Errorf("seal a revision: %w", err)
	}
	var plain [16]byte
	binary.BigEndian.PutUint64(plain[:8], uint64(r))
	binary.BigEndian.PutUint64(plain[8:], uint64(at.UnixMicro())) //nolint:gosec // the bits matter
	return base64.RawURLEncoding.EncodeToString(s.box.Seal(nonce, nonce, plain[:], []byte(revisionContext))), nil
}

func (s *seal) openRevision(token string) (graph.Revision, bool) {
	revision, _, ok := s.openSince(token)
	return revision, ok
}

// openSince opens a sealed revision, and gives as of when it was sealed.
func (s *seal) openSince(token string) (graph.Revision, time.Time, bool) {
	plain, ok := s.open(token, revisionContext)
	if !ok || len(plain) != 16 {
		return 0, time.Time{}, false
	}
	sealed := time.UnixMicro(int64(binary.BigEndian.Uint64(plain[8:]))) //nolint:gosec // the bits matter
	return graph.Revision(binary.BigEndian.Uint64(plain[:8])), sealed.UTC(), true
}

// cursorBlock is what a cursor's length is a multiple of, so that it does not
// tell the length of the sort key to the byte.
const cursorBlock = 64

// cursor seals a place in the list named by context. It depends on nothing but
// the place, the list and the officer: the same page gives the same bytes.
func (s *seal) cursor(p graph.Position, context string) (string, error) {
	plain, err := json.Marshal(p)
	if err != nil {
		return "", fmt.Errorf("seal a cursor: %w", err)
	}
	for len(plain)%cursorBlock != 0 {
		plain = append(plain, ' ')
	}
	mac := hmac.New(sha256.New, s.nonces)
	mac.Write([]byte(context))
	mac.Write([]byte{0})
	mac.Write(plain)
	nonce := mac.Sum(nil)[:s.box.NonceSize()]
	return base64.RawURLEncoding.EncodeToString(s.box.Seal(nonce, nonce, plain, []byte(context))), nil
}

func (s *seal) openCursor(token, context string) (graph.Position, bool) {
	plain, ok := s.open(token, context)
	var p graph.Position
	if !ok || json.Unmarshal(plain, &p) != nil {
		return graph.Position{}, false
	}
	return p, true
}

func (s *seal) open(token, context string) ([]byte, bool) {
	sealed, err := base64.RawURLEncoding.DecodeString(token)
	if err != nil || len(sealed) < s.box.NonceSize() {
		return nil, false
	}
	plain, err := s.box.Open(nil, sealed[:s.box.NonceSize()], sealed[s.box.NonceSize():], []byte(context))
	return plain, err == nil
}

package casework

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"testing"

	"pgregory.net/rapid"

	"entente/graph"
)

// sealed is a seal under a key of n in every byte.
func sealed(t rapid.TB, n byte) *seal {
	t.Helper()
	s, err := newSeal([32]byte(bytes.Repeat([]byte{n}, 32)), rand.Reader, theDay)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func place() *rapid.Generator[graph.Position] {
	return rapid.Custom(func(t *rapid.T) graph.Position {
		bits := [16]byte(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "bits"))
		return graph.Position{Key: rapid.String().Draw(t, "key"), ID: graph.IDOf(graph.NounRecord, bits)}
	})
}

func cursorOf(t rapid.TB, s *seal, p graph.Position, list string) string {
	t.Helper()
	token, err := s.cursor(p, list)
	if err != nil {
		t.Fatal(err)
	}
	return token
}

func revisionOf(t rapid.TB, s *seal, r graph.Revision) string {
	t.Helper()
	token, err := s.revision(r)
	if err != nil {
		t.Fatal(err)
	}
	return token
}

func TestACursorGivesBackItsPlaceAndIsAlwaysTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, p := sealed(t, 1), place().Draw(t, "place")
		token := cursorOf(t, s, p, "list")
		if got, ok := s.openCursor(token, "list"); !ok || got != p {
			t.Fatalf("%+v became %+v, %v", p, got, ok)
		}
		if again := cursorOf(t, sealed(t, 1), p, "list"); again != token {
			t.Fatal("another process of the hub seals the same place differently")
		}
	})
}

func TestACursorHoldsForItsListAndItsHubOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, p := sealed(t, 1), place().Draw(t, "place")
		list, other := rapid.String().Draw(t, "list"), rapid.String().Draw(t, "other list")
		token := cursorOf(t, s, p, list)
		if _, ok := s.openCursor(token, other); ok != (list == other) {
			t.Fatalf("a cursor of %q opens in %q: %v", list, other, ok)
		}
		if _, ok := sealed(t, 2).openCursor(token, list); ok {
			t.Fatal("a cursor opens under another key")
		}
		if _, ok := s.openRevision(token); ok {
			t.Fatal("a cursor passes for a revision")
		}
	})
}

// Neither places nor lists that differ share a token or a nonce: a nonce used
// twice would give the key stream away.
func TestDifferentPlacesHaveDifferentNonces(t *testing.T) {
	nonce := func(token string) string {
		raw, err := base64.RawURLEncoding.DecodeString(token)
		if err != nil {
			t.Fatal(err)
		}
		return string(raw[:12])
	}
	rapid.Check(t, func(t *rapid.T) {
		s, a, b := sealed(t, 1), place().Draw(t, "a"), place().Draw(t, "b")
		same := nonce(cursorOf(t, s, a, "list")) == nonce(cursorOf(t, s, b, "list"))
		if same != (a == b) {
			t.Fatalf("%+v and %+v share a nonce: %v", a, b, same)
		}
		if nonce(cursorOf(t, s, a, "list")) == nonce(cursorOf(t, s, a, "another list")) {
			t.Fatal("two lists share a nonce")
		}
	})
}

func TestACursorsLengthIsRounded(t *testing.T) {
	s := sealed(t, 1)
	length := func(key string) int {
		return len(cursorOf(t, s, graph.Position{Key: key, ID: graph.IDOf(graph.NounRecord, [16]byte{})}, "list"))
	}
	if a, b := length("Ion"), length("Ion Exemplu"); a != b {
		t.Errorf("names of 3 and 11 letters give cursors of %d and %d", a, b)
	}
}

func TestRevisionTokensTellNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, r := sealed(t, 1), graph.Revision(rapid.Uint64().Draw(t, "revision"))
		token := revisionOf(t, s, r)
		if got, ok := s.openRevision(token); !ok || got != r {
			t.Fatalf("revision %d became %d, %v", r, got, ok)
		}
		if len(token) != len(revisionOf(t, s, 0)) {
			t.Fatalf("revision %d has a token of %d characters", r, len(token))
		}
		if token == revisionOf(t, s, r) {
			t.Fatal("two tokens of one revision are equal: one can see that nothing happened")
		}
		if _, ok := s.openCursor(token, revisionContext); ok && r == 0 {
			t.Fatal("a revision passes for a cursor")
		}
	})
}

// Every single bit counts, and what was never sealed does not open.
func TestTamperedTokensAreRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, p := sealed(t, 1), place().Draw(t, "place")
		raw, err := base64.RawURLEncoding.DecodeString(cursorOf(t, s, p, "list"))
		if err != nil {
			t.Fatal(err)
		}
		bit := rapid.IntRange(0, 8*len(raw)-1).Draw(t, "bit")
		raw[bit/8] ^= 1 << (bit % 8)
		if _, ok := s.openCursor(base64.RawURLEncoding.EncodeToString(raw), "list"); ok {
			t.Fatalf("bit %d may be changed", bit)
		}
		if _, ok := s.openCursor(base64.RawURLEncoding.EncodeToString(raw[:bit/8]), "list"); ok {
			t.Fatalf("%d bytes of a cursor are enough", bit/8)
		}
		if _, ok := s.openRevision(rapid.String().Draw(t, "text")); ok {
			t.Fatal("a text that was never sealed is a revision")
		}
	})
}

func TestNoTokenWithoutRandomness(t *testing.T) {
	s, err := newSeal([32]byte{}, bytes.NewReader([]byte("short")), theDay)
	if err != nil {
		t.Fatal(err)
	}
	if token, err := s.revision(1); err == nil || token != "" {
		t.Errorf("sealed as %q without a nonce", token)
	}
}

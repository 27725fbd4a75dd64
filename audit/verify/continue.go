package verify

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"

	"github.com/transparency-dev/formats/log"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// ErrForked says that what a hub offers does not continue what a partner holds:
// keep both, they prove it.
var ErrForked = errors.New("the log does not continue the checkpoint that is held")

// Continue checks what a hub offers (audit.Query.Checkpoint) against the
// checkpoint a partner holds, nil for none yet, and gives the one to hold from
// now on. On any error the one that is held stays the one to hold.
func Continue(verifierKey string, held, offered []byte) ([]byte, error) {
	verifier, err := note.NewVerifier(verifierKey)
	if err != nil {
		return nil, fmt.Errorf("verifier key: %w", err)
	}
	head, signed, found := bytes.Cut(offered, []byte("\n\n"))
	if !found {
		return nil, errors.New("what the hub offers is no checkpoint with its proof")
	}
	next, _, _, err := log.ParseCheckpoint(signed, verifier.Name(), verifier)
	if err != nil {
		return nil, errors.New("the checkpoint is not signed with this key")
	}
	if held == nil {
		return signed, nil
	}
	before, _, _, err := log.ParseCheckpoint(held, verifier.Name(), verifier)
	if err != nil {
		return nil, errors.New("the checkpoint that is held is not signed with this key")
	}
	proof, err := parseProof(string(head))
	if err != nil {
		return nil, err
	}
	return signed, continues(before, next, proof)
}

func continues(before, next *log.Checkpoint, proof tlog.TreeProof) error {
	switch {
	case before.Size > next.Size:
		return fmt.Errorf("%w: it is shorter", ErrForked)
	case before.Size == next.Size:
		if !bytes.Equal(before.Hash, next.Hash) {
			return fmt.Errorf("%w: it says something else of as many entries", ErrForked)
		}
	case before.Size > 0:
		err := tlog.CheckTree(proof, int64(next.Size), tlog.Hash(next.Hash), int64(before.Size), tlog.Hash(before.Hash)) //nolint:gosec // far from the end
		if err != nil {
			return fmt.Errorf("%w: the proof does not hold", ErrForked)
		}
	}
	return nil
}

// parseProof reads the hashes behind the line that says the old size.
func parseProof(head string) (tlog.TreeProof, error) {
	var proof tlog.TreeProof
	for i, line := range strings.Split(head, "\n") {
		if i == 0 {
			continue
		}
		hash, err := base64.StdEncoding.DecodeString(line)
		if err != nil || len(hash) != tlog.HashSize {
			return nil, errors.New("what the hub offers holds no proof")
		}
		proof = append(proof, tlog.Hash(hash))
	}
	return proof, nil
}

// SizeOf is how many entries a checkpoint signs, 0 for none.
func SizeOf(verifierKey string, held []byte) (uint64, error) {
	if held == nil {
		return 0, nil
	}
	verifier, err := note.NewVerifier(verifierKey)
	if err != nil {
		return 0, fmt.Errorf("verifier key: %w", err)
	}
	signed, _, _, err := log.ParseCheckpoint(held, verifier.Name(), verifier)
	if err != nil {
		return 0, errors.New("the checkpoint that is held is not signed with this key")
	}
	return signed.Size, nil
}

package verify_test

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"entente/audit"
	"entente/audit/verify"
	"entente/graph"
)

// A partner who holds any checkpoint of the log gets the next one with a proof
// that holds, and never one of another history.
func TestAPartnerFollowsTheLogAndNotItsFork(t *testing.T) {
	dir := t.TempDir()
	tree := openLog(t, filepath.Join(dir, "hub"))
	q := audit.NewQuery(dir)
	var held [][]byte
	for n := range 4 {
		fill(t, tree, n*190, (n+1)*190)
		if err := tree.Close(); err != nil {
			t.Fatal(err)
		}
		tree = openLog(t, filepath.Join(dir, "hub"))
		held = append(held, tree.Checkpoint())
	}
	key := tree.VerifierKey()
	if err := tree.Close(); err != nil {
		t.Fatal(err)
	}
	sizes := []uint64{190, 380, 570, 760}
	for i, h := range append(held, nil) {
		from, err := verify.SizeOf(key, h)
		if err != nil || h != nil && from != sizes[i] {
			t.Fatalf("checkpoint %d signs %d entries, %v", i, from, err)
		}
		offered, err := q.Checkpoint("hub", from)
		if err != nil {
			t.Fatal(err)
		}
		next, err := verify.Continue(key, h, offered)
		if err != nil || !bytes.Equal(next, held[3]) {
			t.Errorf("from %d: %q, %v", from, next, err)
		}
		wantNoOther(t, key, h, offered)
	}
	for name, ask := range map[string]func() ([]byte, error){
		"no log":             func() ([]byte, error) { return q.Checkpoint("other", 0) },
		"a way out":          func() ([]byte, error) { return q.Checkpoint("../hub", 0) },
		"the parent":         func() ([]byte, error) { return q.Checkpoint("..", 0) },
		"more than there is": func() ([]byte, error) { return q.Checkpoint("hub", 761) },
	} {
		if _, err := ask(); graph.CodeOf(err) != graph.NotFound && graph.CodeOf(err) != graph.BadInput {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// wantNoOther changes what is offered.
func wantNoOther(t *testing.T, key string, held, offered []byte) {
	t.Helper()
	for at := range offered {
		if changed := slices.Clone(offered); at > bytes.IndexByte(offered, '\n') {
			changed[at] ^= 1
			next, err := verify.Continue(key, held, changed)
			end := bytes.LastIndexByte(bytes.TrimRight(offered, "\n"), ' ') // other signatures are not the log's matter
			if err == nil && !bytes.Equal(next, offered[len(offered)-len(next):]) && at < end {
				t.Fatalf("byte %d changed, and %q is held", at, next)
			}
		}
	}
	sound, _, _ := smallLog(t)
	other := sound.files["checkpoint"].Data
	if _, err := verify.Continue(key, held, append([]byte("old 0\n\n"), other...)); err == nil {
		t.Error("the checkpoint of another key is held")
	}
}

func TestAForkIsCalledOne(t *testing.T) {
	sound, key, kept := smallLog(t)
	forged := sound.copied()
	entries := forged.entries(t)
	for name, history := range map[string][][]byte{
		"as long": append(slices.Clone(entries[1:]), entries[0]), "shorter": entries[:299], "longer": append(slices.Clone(entries), entries[0], entries[1])[1:],
	} {
		forged.sign(t, history, forged.signer)
		_, err := verify.Continue(key, kept[1], append([]byte("old 300\n\n"), forged.files["checkpoint"].Data...))
		if !errors.Is(err, verify.ErrForked) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

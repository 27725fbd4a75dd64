package audit_test

import (
	"crypto/rand"
	"encoding/binary"
	"strconv"
	"testing"
	"time"

	"entente/audit"
	"entente/auth"
	"entente/graph"
)

const (
	issuer  = "https://idp.met.example"
	purpose = "Operation Harbour Lantern: who moved the children"
)

var (
	noon    = time.Date(2026, 3, 2, 12, 0, 0, 123456789, time.UTC)
	ashdown = auth.OfficerID(issuer, "wendeline.ashdown")
	lupu    = auth.OfficerID("https://idp.politia.example", "radomir.lupu")
	met     = graph.IDOf(graph.NounOrganisation, [16]byte{1})
	politia = graph.IDOf(graph.NounOrganisation, [16]byte{3})
	lantern = graph.IDOf(graph.NounOperation, [16]byte{2})
)

// person is the id of the nth invented person.
func person(n int) graph.ID {
	var bits [16]byte
	binary.BigEndian.PutUint64(bits[8:], uint64(n))
	return graph.IDOf(graph.NounRecord, bits)
}

func people(from, to int) []graph.ID {
	var out []graph.ID
	for n := from; n < to; n++ {
		out = append(out, person(n))
	}
	return out
}

// read is an entry of Ashdown reading some elements.
func read(request int, elements ...graph.ID) audit.Entry {
	return audit.Entry{
		Action: audit.Read, Officer: ashdown, Organisation: met, Purpose: purpose, Operation: lantern,
		Request: "req-" + strconv.Itoa(request), Elements: elements,
	}
}

func options() audit.Options {
	return audit.Options{
		Name:               "hub.example/audit/1",
		Now:                func() time.Time { return noon },
		Random:             rand.Reader,
		CheckpointInterval: 100 * time.Millisecond,
	}
}

// open opens a log that the test closes, at the latest at its end.
func open(t testing.TB, dir string) *audit.Tree {
	t.Helper()
	tree, err := audit.Open(t.Context(), dir, options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := tree.Close(); err != nil {
			t.Error(err)
		}
	})
	return tree
}

// record records entries one after the other.
func record(t testing.TB, tree *audit.Tree, entries ...audit.Entry) []audit.Index {
	t.Helper()
	var out []audit.Index
	for _, e := range entries {
		at, err := tree.Record(t.Context(), e)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, at)
	}
	return out
}

// stored reads the whole log back.
func stored(t testing.TB, dir string) []audit.Entry {
	t.Helper()
	var out []audit.Entry
	err := audit.Replay(t.Context(), dir, 0, func(at audit.Index, e audit.Entry) error {
		if int(at) != len(out) {
			t.Errorf("entry %d was read as number %d", at, len(out))
		}
		out = append(out, e)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

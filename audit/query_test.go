package audit_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"entente/audit"
	"entente/graph"
)

func TestWhoSawAndWhatDidOverTwoProcesses(t *testing.T) {
	dir := t.TempDir()
	one := open(t, filepath.Join(dir, "north"))
	q := audit.NewQuery(dir)
	byLupu := read(3, person(1))
	byLupu.Officer, byLupu.Organisation = lupu, politia

	record(t, one, read(1, person(1), person(2)), read(2, person(2)))
	saw(t, q, person(1), "north 0 met")
	two := open(t, filepath.Join(dir, "south")) // begins while the first is followed
	record(t, two, byLupu)
	saw(t, q, person(1), "north 0 met", "south 0 politia")
	saw(t, q, person(2), "north 1 met", "north 0 met")
	saw(t, q, person(3))
	saw(t, q, "nonsense")
	did(t, q, lupu, "south 0 politia")

	record(t, one, read(4, person(1)))
	saw(t, q, person(1), "north 2 met", "north 0 met", "south 0 politia")
	did(t, q, ashdown, "north 2 met", "north 1 met", "north 0 met")

	e, err := q.Entry(audit.Visit{Place: audit.Place{Log: "south", Index: 0}, At: noon.Truncate(time.Microsecond)})
	if err != nil || e.Request != "req-3" || e.Officer != lupu {
		t.Errorf("got %+v, %v", e, err)
	}
	if _, err := q.Entry(audit.Visit{Place: audit.Place{Log: "north", Index: 3}}); err == nil {
		t.Error("an entry behind the end was read")
	}
}

// Each part of a split entry is found by its own elements.
func TestEveryElementOfALongEntryIsFound(t *testing.T) {
	dir := t.TempDir()
	tree := open(t, filepath.Join(dir, "hub"))
	record(t, tree, read(1, people(0, 4000)...))
	q := audit.NewQuery(dir)
	saw(t, q, person(0), "hub 0 met")
	saw(t, q, person(3999), "hub 2 met")
}

// What was indexed is kept beside the log: the next process finds the same, by
// the segments, and so does one that finds none and makes them anew.
func TestTheIndexIsKeptAndMadeAnew(t *testing.T) {
	dir := t.TempDir()
	tree := open(t, filepath.Join(dir, "hub"))
	const each, calls = 90, 40
	for n := range calls {
		record(t, tree, read(n, people(n, n+each)...))
	}
	if err := tree.Close(); err != nil {
		t.Fatal(err)
	}
	places := func(q *audit.Query) [][]audit.Visit {
		t.Helper()
		var out [][]audit.Visit
		for n := range each + calls {
			found, err := q.WithSegments(7, 500).WhoSaw(t.Context(), person(n))
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, found)
		}
		return out
	}
	first := places(audit.NewQuery(dir))
	for n, found := range first {
		if want := min(n, calls-1) - max(0, n-each+1) + 1; len(found) != want {
			t.Errorf("person %d was seen %d times, not %d", n, len(found), want)
		}
	}
	kept, err := filepath.Glob(filepath.Join(dir, "hub/index/*-*"))
	if err != nil || len(kept) != 6 {
		t.Fatalf("the index has the segments %q, %v", kept, err)
	}
	was, err := os.ReadFile(kept[5])
	if err != nil {
		t.Fatal(err)
	}
	if again := places(audit.NewQuery(dir)); !reflect.DeepEqual(again, first) {
		t.Errorf("with the kept segments: %v, not %v", again, first)
	}
	if err := os.Remove(kept[2]); err != nil { // what follows a gap is made anew too
		t.Fatal(err)
	}
	if anew := places(audit.NewQuery(dir)); !reflect.DeepEqual(anew, first) {
		t.Errorf("made anew: %v, not %v", anew, first)
	}
	if now, err := os.ReadFile(kept[5]); err != nil || !bytes.Equal(now, was) {
		t.Errorf("the segment made anew is another: %v", err)
	}
}

func TestReplayStartsAnywhereAcrossBundles(t *testing.T) {
	dir := t.TempDir()
	tree := open(t, dir)
	const n = 600
	for i := range n {
		record(t, tree, read(i))
	}
	for _, from := range []int{0, 1, 255, 256, 257, 511, 512, 599, 600, 601} {
		next := from
		err := audit.Replay(t.Context(), dir, audit.Index(from), func(at audit.Index, e audit.Entry) error {
			if int(at) != next || e.Request != read(next).Request {
				t.Errorf("from %d: got entry %d (%s), want %d", from, at, e.Request, next)
			}
			next++
			return nil
		})
		if err != nil || next != max(n, from) {
			t.Errorf("from %d: ended before %d: %v", from, next, err)
		}
	}
}

func saw(t *testing.T, q *audit.Query, id graph.ID, want ...string) {
	t.Helper()
	got, err := q.WhoSaw(t.Context(), id)
	compare(t, "who saw", got, err, want)
}

func did(t *testing.T, q *audit.Query, id graph.ID, want ...string) {
	t.Helper()
	got, err := q.WhatDid(t.Context(), id)
	compare(t, "what did", got, err, want)
}

func compare(t *testing.T, what string, got []audit.Visit, err error, want []string) {
	t.Helper()
	names := map[graph.ID]string{met: "met", politia: "politia"}
	var said []string
	for _, v := range got {
		said = append(said, fmt.Sprintf("%s %d %s", v.Log, v.Index, names[v.Organisation]))
		if !v.At.Equal(noon.Truncate(time.Microsecond)) {
			t.Errorf("%s: at %v", what, v.At)
		}
	}
	if err != nil || !slices.Equal(said, want) {
		t.Errorf("%s: got %q, %v; want %q", what, said, err, want)
	}
}

package audit_test

import (
	"path/filepath"
	"reflect"
	"testing"

	"entente/audit"
	"entente/graph"
)

func TestWhoSawAndWhatDidOverTwoProcesses(t *testing.T) {
	dir := t.TempDir()
	north, south := filepath.Join(dir, "north"), filepath.Join(dir, "south")
	one, two := open(t, north), open(t, south)
	q := audit.NewQuery(north, south)
	byLupu := read(3, person(1))
	byLupu.Officer = lupu

	record(t, one, read(1, person(1), person(2)), read(2, person(2)))
	record(t, two, byLupu)
	saw(t, q, person(1), audit.Place{Log: 0, Index: 0}, audit.Place{Log: 1, Index: 0})
	saw(t, q, person(2), audit.Place{Log: 0, Index: 0}, audit.Place{Log: 0, Index: 1})
	saw(t, q, person(3))
	did(t, q, lupu, audit.Place{Log: 1, Index: 0})

	record(t, one, read(4, person(1)))
	saw(t, q, person(1), audit.Place{Log: 0, Index: 0}, audit.Place{Log: 0, Index: 2}, audit.Place{Log: 1, Index: 0})
	did(t, q, ashdown, audit.Place{Log: 0, Index: 0}, audit.Place{Log: 0, Index: 1}, audit.Place{Log: 0, Index: 2})

	e, err := q.Entry(t.Context(), audit.Place{Log: 1, Index: 0})
	if err != nil || e.Request != "req-3" || e.Officer != lupu {
		t.Errorf("got %+v, %v", e, err)
	}
	if _, err := q.Entry(t.Context(), audit.Place{Log: 0, Index: 3}); err == nil {
		t.Error("an entry behind the end was read")
	}
}

// Each part of a split entry is found by its own elements.
func TestEveryElementOfALongEntryIsFound(t *testing.T) {
	dir := t.TempDir()
	tree := open(t, dir)
	record(t, tree, read(1, people(0, 4000)...))
	q := audit.NewQuery(dir)
	saw(t, q, person(0), audit.Place{Index: 0})
	saw(t, q, person(3999), audit.Place{Index: 2})
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

func saw(t *testing.T, q *audit.Query, id graph.ID, want ...audit.Place) {
	t.Helper()
	got, err := q.WhoSaw(t.Context(), id)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("who saw: got %v, %v; want %v", got, err, want)
	}
}

func did(t *testing.T, q *audit.Query, id graph.ID, want ...audit.Place) {
	t.Helper()
	got, err := q.WhatDid(t.Context(), id)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("what did: got %v, %v; want %v", got, err, want)
	}
}

package audit

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"entente/graph"
)

// Place is where an entry is: in which of the followed logs, by the name of its
// folder, and where there.
type Place struct {
	Log   string
	Index Index
}

// Visit is what the index knows of an entry.
type Visit struct {
	Place
	At           time.Time
	Organisation graph.ID // of the officer who acted, empty for a stranger
	// Unseen says that the officer was not told of the element: see Entry.Unseen.
	Unseen bool
}

// Query answers who saw an element and what an officer did, over the logs of
// all processes of a hub: every folder of a log within one parent, those too
// that are made later. It reads on before each answer, so an answer covers
// everything recorded before it was asked; what it has read is in an index (see
// index), so that no question reads the whole log. Sight over the answers is
// casework's. Safe for concurrent use.
type Query struct {
	parent string
	limits limits

	mu      sync.Mutex
	indexes map[string]*index
}

// NewQuery follows the logs within parent. It reads nothing yet; call Follow to
// have the first answer soon.
func NewQuery(parent string) *Query {
	return &Query{parent: parent, limits: usual(), indexes: map[string]*index{}}
}

// Follow reads what was recorded since the last time.
func (q *Query) Follow(ctx context.Context) error {
	_, err := q.find(ctx, [keySize]byte{})
	return err
}

// WhoSaw are all entries that name an element, the newest first, those too whose
// officer was not told of it. It is empty for an id nobody touched.
func (q *Query) WhoSaw(ctx context.Context, element graph.ID) ([]Visit, error) {
	return q.about(ctx, element, onElement, onUnseen)
}

// WhatDid are all entries of an officer, the newest first.
func (q *Query) WhatDid(ctx context.Context, officer graph.ID) ([]Visit, error) {
	return q.about(ctx, officer, byOfficer)
}

func (q *Query) about(ctx context.Context, id graph.ID, roles ...role) ([]Visit, error) {
	var all []Visit
	for _, r := range roles {
		k, ok := key(r, id)
		if !ok {
			return nil, nil
		}
		found, err := q.find(ctx, k)
		if err != nil {
			return nil, fmt.Errorf("ask the audit log: %w", err)
		}
		all = append(all, found...)
	}
	slices.SortFunc(all, CompareVisits)
	return all, nil
}

// CompareVisits orders the newest first; at one instant by log, and there the
// last one first.
func CompareVisits(a, b Visit) int {
	return cmp.Or(b.At.Compare(a.At), cmp.Compare(a.Log, b.Log), cmp.Compare(b.Index, a.Index))
}

// find looks a key up in every log.
func (q *Query) find(ctx context.Context, k [keySize]byte) ([]Visit, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	names, err := q.logs()
	if err != nil {
		return nil, err
	}
	var out []Visit
	for _, name := range names {
		found, err := q.findIn(ctx, name, k)
		if err != nil {
			return nil, err
		}
		for _, p := range found {
			out = append(out, p.visit(name))
		}
	}
	return out, nil
}

// logs are the names of the folders that hold a log.
func (q *Query) logs() ([]string, error) {
	folders, err := os.ReadDir(q.parent)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, f := range folders {
		if info, err := os.Stat(LogFolder(filepath.Join(q.parent, f.Name()))); err == nil && info.IsDir() {
			out = append(out, f.Name())
		}
	}
	return out, nil
}

// findIn reads one log on and looks a key up there. Durable entries that are not
// in the tree yet are looked through and not indexed.
func (q *Query) findIn(ctx context.Context, name string, k [keySize]byte) ([]posting, error) {
	dir := filepath.Join(q.parent, name)
	size, tail, err := durable(dir)
	if err != nil {
		return nil, err
	}
	x, ok := q.indexes[name]
	if !ok {
		if x, err = openIndex(dir, size, q.limits); err != nil {
			return nil, err
		}
		q.indexes[name] = x
	}
	if err := replayLeaves(ctx, dir, uint64(x.next), size, decoded(x.add)); err != nil {
		return nil, err
	}
	found, err := x.find(k)
	if err != nil {
		return nil, err
	}
	late, err := findLate(tail, k)
	return append(found, late...), err
}

func findLate(tail []placed, k [keySize]byte) ([]posting, error) {
	var out []posting
	for _, p := range tail {
		e, err := Decode(p.leaf)
		if err != nil {
			return nil, err
		}
		for _, found := range postings(Index(p.at), e) {
			if [keySize]byte(found[:]) == k {
				out = append(out, found)
			}
		}
	}
	return out, nil
}

// Entry reads the entry of a visit.
func (q *Query) Entry(v Visit) (Entry, error) {
	e, err := At(filepath.Join(q.parent, filepath.Base(v.Log)), v.Index)
	if err == nil && !e.At.Equal(v.At) {
		err = errors.New("the index does not agree with the log: delete the folder index, it is made anew")
	}
	return e, err
}

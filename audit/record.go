package audit

import (
	"context"
	"errors"
	"time"

	"github.com/transparency-dev/tessera"
)

// Log is where casework records an act before it answers.
type Log interface {
	// Record returns the place of an entry once it is durable. On any error
	// (full disk, closed log, cancelled context, an unfit entry) the answer must
	// be refused: the error is a graph.Error fit for the caller. The entry may
	// then still be in the log, which says too much rather than too little.
	// Elements beyond one entry's size are split over several, all durable
	// before the return; the place is that of the first.
	Record(ctx context.Context, e Entry) (Index, error)
}

// write is one entry, in one or more leaves, on its way to the disk.
type write struct {
	leaves [][]byte
	done   chan written // takes one, never blocks
}

type written struct {
	first Index
	err   error
}

// Record implements Log.
func (t *Tree) Record(ctx context.Context, e Entry) (Index, error) {
	data, err := leaves(e, t.now().UTC().Truncate(time.Microsecond))
	if err != nil {
		return 0, err
	}
	w := &write{data, make(chan written, 1)}
	if err := t.hand(ctx, w); err != nil {
		return 0, refused(err)
	}
	select {
	case <-ctx.Done():
		return 0, refused(ctx.Err())
	case got := <-w.done:
		if got.err != nil {
			return 0, refused(got.err)
		}
		return got.first, nil
	}
}

// hand gives a write to the committer, unless the log is closed or the caller
// has gone.
func (t *Tree) hand(ctx context.Context, w *write) error {
	t.mu.RLock()
	defer t.mu.RUnlock()
	if t.closed {
		return ErrClosed
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case t.pending <- w:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// commit writes groups until the log is closed. While one group is on its way
// to the disk the next one gathers, so a lone writer never waits for others and
// many share one write.
func (t *Tree) commit() {
	defer close(t.idle)
	for first := range t.pending {
		t.write(t.gather(first))
	}
}

// gather takes what else is waiting, up to one batch.
func (t *Tree) gather(first *write) []*write {
	group, size := []*write{first}, len(first.leaves)
	for size < batchEntries {
		select {
		case w, open := <-t.pending:
			if !open {
				return group
			}
			group, size = append(group, w), size+len(w.leaves)
		default:
			return group
		}
	}
	return group
}

// write makes a group durable and tells each writer.
func (t *Tree) write(group []*write) {
	if err := writable(t.dir); err != nil {
		answer(group, err)
		return
	}
	futures := make([][]tessera.IndexFuture, len(group))
	for i, w := range group {
		for _, leaf := range w.leaves {
			futures[i] = append(futures[i], t.add(context.Background(), tessera.NewEntry(leaf)))
		}
	}
	var failed error
	results := make([]written, len(group))
	for i := range group {
		results[i] = settle(futures[i])
		failed = errors.Join(failed, results[i].err)
	}
	if failed != nil {
		t.tidy()
	}
	for i, w := range group {
		w.done <- results[i]
	}
}

// settle waits for every leaf of one write.
func settle(futures []tessera.IndexFuture) written {
	var out written
	for i, future := range futures {
		at, err := future()
		out.err = errors.Join(out.err, err)
		if i == 0 {
			out.first = Index(at.Index)
		}
	}
	return out
}

// answer tells every writer of a group the same error.
func answer(group []*write, err error) {
	for _, w := range group {
		w.done <- written{err: err}
	}
}

// tidy clears what a failed batch left, so that space which comes free is free
// for the next one. What cannot be cleared now is cleared by the next Open.
func (t *Tree) tidy() {
	state, err := readState(t.dir)
	if err != nil {
		return
	}
	_ = sweep(t.dir, state.Size)
}

package audit

import (
	"context"
	"time"
)

// Log is where casework records an act before it answers.
type Log interface {
	// Record returns the place of an entry once it is durable, and with it those that
	// follow it, in their order and for the price of one. On any error
	// (full disk, closed log, cancelled context, an unfit entry) the answer must
	// be refused: the error is a graph.Error fit for the caller. Entries may
	// then still be in the log, which says too much rather than too little.
	// Elements beyond one entry's size are split over several, all durable
	// before the return; the place is that of the first.
	Record(ctx context.Context, e Entry, more ...Entry) (Index, error)
}

// write is what one caller records, in one or more leaves, on its way to the disk.
type write struct {
	leaves [][]byte
	done   chan written // takes one, never blocks
}

type written struct {
	first Index
	err   error
}

// Record implements Log.
func (t *Tree) Record(ctx context.Context, e Entry, more ...Entry) (Index, error) {
	now := t.now().UTC().Truncate(time.Microsecond)
	var data [][]byte
	for _, entry := range append([]Entry{e}, more...) {
		own, err := leaves(entry, now)
		if err != nil {
			return 0, err
		}
		data = append(data, own...)
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
// many share one sync.
func (t *Tree) commit() {
	defer close(t.wake)
	for first := range t.pending {
		t.write(t.gather(first))
	}
}

// build puts durable leaves into the tree, once in each checkpoint interval,
// until the committer has ended.
func (t *Tree) build() {
	for range t.wake {
		select {
		case <-time.After(t.interval):
		case <-t.closing:
		}
		// A failure is kept in the builder and met by the next writer.
		_ = t.builder.flush()
	}
}

// gather takes what else is waiting, up to one batch.
func (t *Tree) gather(first *write) []*write {
	group, size := []*write{first}, len(first.leaves)
	for size < groupLimit {
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
	next := t.size.Load()
	first := make([]Index, len(group))
	var leaves []placed
	for i, w := range group {
		first[i] = Index(next)
		for _, leaf := range w.leaves {
			leaves = append(leaves, placed{next, leaf})
			next++
		}
	}
	err := t.ready()
	if err == nil {
		err = t.journal.append(leaves)
	}
	if err == nil {
		t.size.Store(next)
		t.builder.put(leaves)
		t.rouse()
	}
	for i, w := range group {
		w.done <- written{first[i], err}
	}
}

// rouse tells the builder that there is work.
func (t *Tree) rouse() {
	select {
	case t.wake <- struct{}{}:
	default: // it has been told
	}
}

// ready says why nothing may be acknowledged now. A tree that does not take what
// is durable already takes nothing new, so a fault shows at once; it is tried
// again for each group, so that the log goes on as soon as it can.
func (t *Tree) ready() error {
	if err := t.builder.tiles.ready(); err != nil {
		return err
	}
	waiting, failed := t.builder.waiting()
	if failed != nil || waiting > backlogLimit || t.journal.end > 2*journalLimit {
		if err := t.builder.flush(); err != nil {
			return err
		}
		waiting = 0
	}
	if waiting == 0 && t.journal.end > journalLimit {
		return t.journal.clear()
	}
	return nil
}

// journalLimit is when an empty journal is begun anew.
const journalLimit = 1 << 20

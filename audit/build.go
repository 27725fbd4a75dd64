package audit

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/transparency-dev/tessera"
)

// builder puts durable leaves into the tree, behind the writers' backs and in
// the order of their places.
type builder struct {
	dir string
	add tessera.AddFn

	build  sync.Mutex // held while leaves go into the tree
	broken error      // set once the tree is not as it was promised

	mu      sync.Mutex
	backlog []placed
	failed  error // why the last attempt failed, nil if it did not
}

const (
	// batchEntries is what goes into the tree at once. batchAge must be long
	// enough for a batch to be handed over whole: two halves could change places
	// if only the first of them failed. Nobody waits for it but Close.
	batchEntries = 256
	batchAge     = 20 * time.Millisecond
	// backlogLimit is when writers wait for the tree.
	backlogLimit = 16 * batchEntries
)

// put takes leaves that are durable.
func (b *builder) put(leaves []placed) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.backlog = append(b.backlog, leaves...)
}

// waiting is how many leaves are not in the tree, and why the last attempt to
// put them there failed.
func (b *builder) waiting() (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.backlog), b.failed
}

// flush puts everything that waits into the tree.
func (b *builder) flush() error {
	b.build.Lock()
	defer b.build.Unlock()
	for {
		batch := b.next()
		if len(batch) == 0 {
			return nil
		}
		done, err := b.write(batch)
		b.settle(done, err)
		if err != nil {
			b.tidy()
			return err
		}
	}
}

// settle takes what has gone into the tree off the backlog.
func (b *builder) settle(done int, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.backlog, b.failed = b.backlog[done:], err
}

func (b *builder) next() []placed {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.backlog[:min(len(b.backlog), batchEntries)]
}

// write puts one batch into the tree and says how many leaves of it, from the
// first, are there.
func (b *builder) write(batch []placed) (done int, err error) {
	if b.broken != nil {
		return 0, b.broken
	}
	if err := writable(b.dir); err != nil {
		return 0, err
	}
	futures := make([]tessera.IndexFuture, len(batch))
	for i, p := range batch {
		futures[i] = b.add(context.Background(), tessera.NewEntry(p.leaf))
	}
	for i, future := range futures {
		got, failed := future()
		if failed == nil && got.Index != batch[i].at {
			// Trying again would only add the leaf twice; Open sorts it out.
			b.broken = fmt.Errorf("the tree has entry %d where %d was due: open the log again", got.Index, batch[i].at)
			failed = b.broken
		}
		if err = errors.Join(err, failed); err == nil {
			done++
		}
	}
	return done, err
}

// tidy clears what a failed batch left, so that space which comes free is free
// for the next one. What cannot be cleared now is cleared by the next Open.
func (b *builder) tidy() {
	state, err := readState(b.dir)
	if err != nil {
		return
	}
	_ = sweep(b.dir, state.Size)
}

// missing are the leaves of the journal that are not in the tree, with the
// places they get now. It goes by content and not by place, so that it holds
// whatever happened before.
func missing(ctx context.Context, dir string, journal []placed, state treeState) ([]placed, error) {
	if len(journal) == 0 {
		return nil, nil
	}
	there := map[[sha256.Size]byte]int{}
	err := replayLeaves(ctx, dir, journal[0].at, state.Size, func(_ uint64, leaf []byte) error {
		there[sha256.Sum256(leaf)]++
		return nil
	})
	if err != nil {
		return nil, err
	}
	var out []placed
	for _, p := range journal {
		if hash := sha256.Sum256(p.leaf); there[hash] > 0 {
			there[hash]--
			continue
		}
		out = append(out, placed{state.Size + uint64(len(out)), p.leaf})
	}
	return out, nil
}

package audit

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// Options are what a Tree needs beside its folder. None may be left out but
// CheckpointInterval.
type Options struct {
	// Name names the log in its checkpoints for ever, e.g.
	// "entente.example/audit/1"; no two logs of a hub share one. No spaces, no
	// plus sign.
	Name string
	// Now is the clock and Random the cryptographic source.
	Now    func() time.Time
	Random io.Reader
	// CheckpointInterval is how often a checkpoint is signed while entries come
	// in: at least 100 ms; 0 is one second.
	CheckpointInterval time.Duration
}

// Tree is a Log in a folder: a Merkle tree in tiles with a signed checkpoint
// (c2sp.org/tlog-tiles, c2sp.org/tlog-checkpoint). It is the one writer of its
// folder and safe for concurrent use.
type Tree struct {
	dir      string
	now      func() time.Time
	interval time.Duration
	lock     *os.File
	keys     signing

	journal *journal
	builder builder
	size    atomic.Uint64 // how many leaves are durable; the committer writes it

	mu      sync.RWMutex // held for reading while a write is handed over
	closed  bool
	pending chan *write
	wake    chan struct{} // tells that leaves wait for the tree
	closing chan struct{} // closed by Close
	tasks   sync.WaitGroup
}

var _ Log = (*Tree)(nil)

// groupLimit is how many writes one sync may serve.
const groupLimit = 256

// Open opens the log in dir and makes it at the first start, with its signing
// key. It refuses a folder that another process writes (graph.Conflict), one
// whose key is gone, and a log that does not agree with its own checkpoint. The
// context governs the opening only.
func Open(ctx context.Context, dir string, o Options) (*Tree, error) {
	lock, err := lockFolder(dir)
	if err != nil {
		return nil, err
	}
	t := &Tree{
		dir: dir, now: o.Now, interval: cmp.Or(o.CheckpointInterval, time.Second), lock: lock,
		pending: make(chan *write, groupLimit), wake: make(chan struct{}, 1), closing: make(chan struct{}),
	}
	if err := errors.Join(ctx.Err(), t.open(o)); err != nil {
		return nil, errors.Join(fmt.Errorf("open the audit log: %w", err), lock.Close())
	}
	t.tasks.Go(t.commit)
	t.tasks.Go(t.build)
	return t, nil
}

// open reads the keys, checks the folder, and puts what a process that died left
// in the journal into the tree. It begins with an empty journal.
func (t *Tree) open(o Options) error {
	begun, err := readSize(t.dir)
	if err != nil {
		return err
	}
	if t.keys, err = openSigning(t.dir, o.Name, begun > 0, o.Random); err != nil {
		return err
	}
	if t.builder.tiles, err = openTiles(LogFolder(t.dir), t.keys); err != nil {
		return err
	}
	t.builder.signed = t.builder.tiles.checkpoint
	left, err := readJournal(t.dir)
	if err != nil {
		return err
	}
	if left, err = missing(left, t.builder.tiles.edge.size); err != nil {
		return err
	}
	t.builder.put(left)
	if err := t.builder.flush(); err != nil {
		return err
	}
	t.size.Store(t.builder.tiles.edge.size)
	if t.journal, err = openJournal(t.dir); err != nil {
		return err
	}
	if err := t.journal.clear(); err != nil {
		return errors.Join(err, t.journal.file.Close())
	}
	return nil
}

// Size is how many entries are durable.
func (t *Tree) Size() Index { return Index(t.size.Load()) }

// Checkpoint is the last signed checkpoint, which partners may hold. It covers
// each entry within about the checkpoint interval.
func (t *Tree) Checkpoint() []byte { return t.builder.checkpoint() }

// VerifierKey is the public key under which checkpoints are signed.
func (t *Tree) VerifierKey() string { return t.keys.public }

// Close takes no more entries, waits until those being written are durable, in
// the tree and covered by a checkpoint, and frees the folder. If the last two
// cannot be had it says so; the entries are durable all the same, and the next
// Open goes on with them. Closing again does nothing.
func (t *Tree) Close() error {
	t.mu.Lock()
	again := t.closed
	t.closed = true
	t.mu.Unlock()
	if again {
		return nil
	}
	close(t.pending)
	close(t.closing)
	t.tasks.Wait()
	err := errors.Join(t.builder.flush(), t.journal.file.Close(), t.lock.Close())
	if err != nil {
		return fmt.Errorf("close the audit log: %w", err)
	}
	return nil
}

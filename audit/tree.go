package audit

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/transparency-dev/formats/log"
	"github.com/transparency-dev/merkle/compact"
	"github.com/transparency-dev/merkle/rfc6962"
	"github.com/transparency-dev/tessera"
	"github.com/transparency-dev/tessera/client"
	"github.com/transparency-dev/tessera/storage/posix"
	"golang.org/x/mod/sumdb/note"
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
	dir    string
	now    func() time.Time
	lock   *os.File
	keys   signing
	reader tessera.LogReader
	finish func(context.Context) error
	stop   context.CancelFunc

	journal *journal
	builder builder
	size    atomic.Uint64 // how many leaves are durable; the committer writes it

	mu      sync.RWMutex // held for reading while a write is handed over
	closed  bool
	pending chan *write
	wake    chan struct{} // tells that leaves wait for the tree
	tasks   sync.WaitGroup
}

var _ Log = (*Tree)(nil)

// closingTime bounds how long Close waits for the last checkpoint.
const closingTime = 10 * time.Second

// Open opens the log in dir and makes it at the first start, with its signing
// key. It refuses a folder that another process writes (graph.Conflict), one
// whose key is gone, and a log that does not agree with its own checkpoint. The
// context governs the opening only.
func Open(ctx context.Context, dir string, o Options) (*Tree, error) {
	lock, err := lockFolder(dir)
	if err != nil {
		return nil, err
	}
	t := &Tree{dir: dir, now: o.Now, lock: lock, pending: make(chan *write, batchEntries), wake: make(chan struct{}, 1)}
	if err := t.open(ctx, o); err != nil {
		return nil, errors.Join(fmt.Errorf("open the audit log: %w", err), lock.Close())
	}
	t.tasks.Go(t.commit)
	t.tasks.Go(t.build)
	return t, nil
}

// open reads the keys, checks and clears the folder and starts tessera.
func (t *Tree) open(ctx context.Context, o Options) error {
	state, err := readState(t.dir)
	if err != nil {
		return err
	}
	if t.keys, err = openSigning(t.dir, o.Name, state.Size > 0, o.Random); err != nil {
		return err
	}
	if err := agrees(ctx, t.dir, state, t.keys.verifier); err != nil {
		return err
	}
	if err := errors.Join(sweep(t.dir, state.Size), sweepCheckpoints(t.dir)); err != nil {
		return err
	}
	if err := t.start(o.CheckpointInterval); err != nil {
		return err
	}
	if err := t.recover(ctx); err != nil {
		t.stop()
		return err
	}
	return nil
}

// recover puts what a process that died left in the journal into the tree, and
// begins with an empty journal.
func (t *Tree) recover(ctx context.Context) error {
	left, err := readJournal(t.dir)
	if err != nil {
		return err
	}
	state, err := readState(t.dir)
	if err != nil {
		return err
	}
	if left, err = missing(ctx, t.dir, left, state); err != nil {
		return err
	}
	t.builder.put(left)
	if err := t.builder.flush(); err != nil {
		return err
	}
	if t.journal, err = openJournal(t.dir); err != nil {
		return err
	}
	t.size.Store(state.Size + uint64(len(left)))
	if err := t.journal.clear(); err != nil {
		return errors.Join(err, t.journal.file.Close())
	}
	return nil
}

// start runs tessera, whose tasks live until Close and not only as long as the
// context of Open.
func (t *Tree) start(interval time.Duration) error {
	if interval == 0 {
		interval = time.Second
	}
	ctx, stop := context.WithCancel(context.Background())
	driver, err := posix.New(ctx, posix.Config{Path: LogFolder(t.dir)})
	if err != nil {
		stop()
		return err
	}
	options := tessera.NewAppendOptions().
		WithCheckpointSigner(t.keys.signer).
		WithBatching(batchEntries, batchAge).
		WithCheckpointInterval(interval).
		WithCheckpointRepublishInterval(0).
		WithShutdownTimeout(closingTime)
	appender, finish, reader, err := tessera.NewAppender(ctx, driver, options)
	if err != nil {
		stop()
		return err
	}
	t.finish, t.reader, t.stop = finish, reader, stop
	t.builder.dir, t.builder.add = t.dir, appender.Add
	return nil
}

// agrees refuses a log whose tiles do not have the root that was written last,
// or do not continue what the last checkpoint signed.
func agrees(ctx context.Context, dir string, state treeState, verifier note.Verifier) error {
	if state.Size == 0 {
		return nil
	}
	damaged := errors.New("the log does not agree with its checkpoint: keep the folder as it is and run `entente audit verify`")
	if root, err := rootAt(ctx, dir, state.Size); err != nil || !bytes.Equal(root, state.Root) {
		return damaged
	}
	raw, err := fetcher(dir).ReadCheckpoint(ctx)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	signed, _, _, err := log.ParseCheckpoint(raw, verifier.Name(), verifier)
	if err != nil || signed.Size > state.Size {
		return damaged
	}
	if root, err := rootAt(ctx, dir, signed.Size); err != nil || !bytes.Equal(root, signed.Hash) {
		return damaged
	}
	return nil
}

// rootAt is the root of the first size entries as the hash tiles have it (RFC
// 6962 section 2.1).
func rootAt(ctx context.Context, dir string, size uint64) ([]byte, error) {
	if size == 0 {
		return rfc6962.DefaultHasher.EmptyRoot(), nil
	}
	nodes, err := client.FetchRangeNodes(ctx, size, fetcher(dir).ReadTile)
	if err != nil {
		return nil, err
	}
	factory := compact.RangeFactory{Hash: rfc6962.DefaultHasher.HashChildren}
	whole, err := factory.NewRange(0, size, nodes)
	if err != nil {
		return nil, err
	}
	return whole.GetRootHash(nil)
}

// Size is how many entries are durable.
func (t *Tree) Size() Index { return Index(t.size.Load()) }

// Checkpoint is the last signed checkpoint, which partners may hold. It covers
// each entry within about the checkpoint interval.
func (t *Tree) Checkpoint(ctx context.Context) ([]byte, error) { return t.reader.ReadCheckpoint(ctx) }

// VerifierKey is the public key under which checkpoints are signed.
func (t *Tree) VerifierKey() string { return t.keys.public }

// Close takes no more entries, waits until those being written are durable, in
// the tree and covered by a checkpoint, and frees the folder. If the last two
// cannot be had it says so, at the latest after ten seconds; the entries are
// durable all the same, and the next Open goes on with them. Closing again does
// nothing.
func (t *Tree) Close() error {
	t.mu.Lock()
	again := t.closed
	t.closed = true
	t.mu.Unlock()
	if again {
		return nil
	}
	close(t.pending)
	t.tasks.Wait()
	err := errors.Join(t.builder.flush(), t.finish(context.Background()))
	t.stop()
	if err = errors.Join(err, t.journal.file.Close(), t.lock.Close()); err != nil {
		return fmt.Errorf("close the audit log: %w", err)
	}
	return nil
}

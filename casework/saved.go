package casework

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"entente/graph"
	"entente/graph/engine"
)

// IdentityStore tells databases apart.
type IdentityStore interface {
	// Identity is random, drawn once for each database; a copy of it has the same.
	Identity(ctx context.Context) (string, error)
}

// tooFarBehind is how many writes a saved snapshot may lack: past that, reading
// the whole database is quicker than reading what each of them changed.
const tooFarBehind = 2000

// LoadSaved is Load from a file of SaveEngine, if there is one of this
// database and of a revision that it still has and that is not far behind; then
// it reads only what was written since. Otherwise it is Load, and says so in the
// log: a foreign or damaged file is never used. In the end the engine is at the
// store's revision. read says whether the file was.
func (c *Casework) LoadSaved(ctx context.Context, file string) (read bool, err error) {
	s, err := c.readSaved(ctx, file)
	if err == nil {
		c.engine.Load(s)
		c.savedAt.Store(uint64(s.Revision()))
		return true, c.catchUpAll(ctx)
	}
	if ctx.Err() != nil {
		return false, fmt.Errorf("load the engine: %w", ctx.Err())
	}
	if !errors.Is(err, os.ErrNotExist) {
		c.log.InfoContext(ctx, "the saved snapshot is not used: the database is read instead", "reason", err)
	}
	return false, c.Load(ctx)
}

var (
	errForeign   = errors.New("it is not of a state of this database")
	errFarBehind = errors.New("too much was written since")
)

func (c *Casework) readSaved(ctx context.Context, name string) (*engine.Snapshot, error) {
	file, err := os.Open(name) // #nosec G304 -- the operator's own folder
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // read only
	s, origin, err := engine.ReadSnapshot(file, c.clock)
	if err != nil {
		return nil, err
	}
	present, err := c.origin(ctx, s.Revision())
	if err != nil {
		return nil, err
	}
	if origin != present {
		return nil, errForeign
	}
	revision, err := c.store.Revision(ctx)
	if err == nil && revision > s.Revision()+tooFarBehind {
		err = errFarBehind
	}
	return s, err
}

// catchUpAll applies what was written since the engine was loaded.
func (c *Casework) catchUpAll(ctx context.Context) error {
	for {
		if more, err := c.catchUp(ctx); err != nil || !more {
			return err
		}
	}
}

// origin is that of a revision in the store, errForeign if it has none.
func (c *Casework) origin(ctx context.Context, revision graph.Revision) (engine.Origin, error) {
	store, err := c.store.Identity(ctx)
	if err != nil || revision == 0 {
		return engine.Origin{Store: store}, err
	}
	changes, err := c.store.Changes(ctx, revision-1, 1)
	if err != nil {
		return engine.Origin{}, err
	}
	if len(changes) == 0 || changes[0].Revision != revision {
		return engine.Origin{}, errForeign
	}
	encoded, err := json.Marshal(changes[0])
	return engine.Origin{Store: store, Change: sha256.Sum256(encoded)}, err
}

// SaveEngine writes the engine's snapshot into a file that its owner alone can
// read, unless it was written at this revision. Who reads it meets the former
// one or this one, never a part.
func (c *Casework) SaveEngine(ctx context.Context, name string) error {
	if at := c.savedAt.Load(); at > 0 && at == uint64(c.engine.Revision()) {
		return nil
	}
	s, ok := c.engine.Settled()
	if !ok {
		return nil
	}
	origin, err := c.origin(ctx, s.Revision())
	if err != nil {
		return fmt.Errorf("save the snapshot: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return fmt.Errorf("save the snapshot: %w", err)
	}
	unfinished, err := os.CreateTemp(filepath.Dir(name), ".unfinished-*") // made with mode 0600
	if err != nil {
		return fmt.Errorf("save the snapshot: %w", err)
	}
	defer func() { _ = os.Remove(unfinished.Name()) }()
	if err := errors.Join(s.Write(unfinished, origin), unfinished.Sync(), unfinished.Close()); err != nil {
		return err
	}
	if err := os.Rename(unfinished.Name(), name); err != nil {
		return fmt.Errorf("save the snapshot: %w", err)
	}
	c.savedAt.Store(uint64(s.Revision()))
	return nil
}

// saveEvery is how much writing an end without notice may cost the next start.
const saveEvery = 10 * time.Minute

// KeepSaved saves the engine now and then where something was written, until
// ctx ends. What cannot be saved is logged, and tried again the next time.
func (c *Casework) KeepSaved(ctx context.Context, name string) {
	ticker := time.NewTicker(saveEvery)
	defer ticker.Stop()
	c.keepSaved(ctx, name, ticker.C)
}

func (c *Casework) keepSaved(ctx context.Context, name string, ticks <-chan time.Time) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticks:
		}
		if err := c.SaveEngine(ctx, name); err != nil && ctx.Err() == nil {
			c.log.WarnContext(ctx, "the snapshot could not be saved: the next start reads what was written since the last one", "error", err)
		}
	}
}
